/** What the records of an invented library say. */
export const firstNames = [
  ...[
    'Anna',
    'Ben',
    'Charlotte',
    'David',
    'Élodie',
    'Fatima',
    'Georg',
    'Hüseyin',
    'Ines',
    'Jonas',
    'Katarzyna',
    'Liam',
  ],
  ...['Marek', 'Nora', 'Oskar', 'Paula', 'Quentin', 'Rosa', 'Samuel', 'Tereza', 'Uwe', 'Valentina', 'Wiebke', 'Xaver'],
  ...['Yusuf', 'Zoë'],
]

export const lastNames = [
  ...[
    'Ahrens',
    'Bauer',
    'Celik',
    'Dupont',
    'Eriksson',
    'Fischer',
    'García',
    'Hoffmann',
    'Ivanov',
    'Jansen',
    'Kowalski',
  ],
  ...['Lindqvist', 'Müller', 'Nowak', 'O’Brien', 'Petrović', 'Quandt', 'Rossi', 'Schröder', 'Tanaka', 'Ünal', 'Vogel'],
  ...['Weber', 'Xu', 'Yılmaz', 'Zimmermann', 'Groß-Albers', 'van den Berg', 'Ziółkowska'],
]

export const pigments = ['Nordic 02', 'Graphite', 'Carbon black 1', 'Ash brown 04', 'Neutral 3', 'Warm grey 07']

export const needles = ['3RL', '1RL 0.25', '3RL 0.30', '5RL', 'Nano 1']

export const remarks = [
  'Wants a soft hairline, no sharp corners; brings a photo of himself from ten years ago to the next session.',
  'Scar at the back of the head from a strip surgery, about twelve centimetres; takes the pigment less than the skin around it.',
  'Redness went after two days. Dots at the temples a little too large, let them heal before anything is added.',
  'Shaves every second day with a foil shaver; sweats a lot at work, advised to keep away from the gym for five days.',
  'Allergic to latex. Asked to be called before eight in the morning only.',
  'Crown still shows at the whorl under strong light from above; add one light pass there, nothing at the sides.',
  'Very happy with the result, agreed that the pictures may be shown without the face.',
]
