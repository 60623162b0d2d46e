/** Light matching, and the notes on fresh photos. */
export const lightGerman: Readonly<Record<string, string>> = {
  'Date unknown': 'Datum unbekannt',
  'day {{days}}': 'Tag {{days}}',
  'day {{days}} since session {{session}}': 'Tag {{days}} nach Sitzung {{session}}',
  'red: fresh skin': 'rot: frische Haut',
  'Red: fresh skin': 'Rot: frische Haut',
  'still settling': 'heilt noch ab',
  'Still settling': 'Heilt noch ab',
  'light matched': 'Licht angeglichen',
  'Light matched': 'Licht angeglichen',
  'Light of the photos': 'Licht der Fotos',
  'Brings exposure and colour of both photos together, measured on untreated skin; again: as shot':
    'Gleicht Belichtung und Farbe beider Fotos an, gemessen an unbehandelter Haut; noch einmal: wie aufgenommen',
  'What matching the light changes': 'Was das Angleichen ändert',
  'Both photos meet half-way': 'Beide Fotos treffen sich in der Mitte',
  'Each photo is changed as a whole: nothing in it changes against anything else. The originals stay.':
    'Jedes Foto ändert sich als Ganzes: Nichts darin ändert sich gegenüber dem Übrigen. Die Originale bleiben.',
  'As shot. {{reason}}': 'Wie aufgenommen. {{reason}}',
  'Measuring the light…': 'Das Licht wird gemessen …',
  'The light couldn’t be measured.': 'Das Licht konnte nicht gemessen werden.',
  'Light can’t be matched: too little untreated skin is seen in both photos.':
    'Das Licht lässt sich nicht angleichen: In beiden Fotos ist zu wenig unbehandelte Haut zu sehen.',
  'Light can’t be matched: it falls on the head from different sides.':
    'Das Licht lässt sich nicht angleichen: Es fällt von verschiedenen Seiten auf den Kopf.',
  'Light can’t be matched: the photos differ too much to be made alike honestly.':
    'Das Licht lässt sich nicht angleichen: Die Fotos sind zu verschieden, um sie ehrlich anzugleichen.',
  'Exposure only: skin that is red from a session is no colour of the light.':
    'Nur die Belichtung: Haut, die von einer Sitzung rot ist, ist keine Farbe des Lichts.',
  'The light falls from different sides: the photos agree on average, not everywhere.':
    'Das Licht fällt von verschiedenen Seiten: Die Fotos stimmen im Mittel überein, nicht überall.',
  '{{stage}}: {{stops}} stops brighter': '{{stage}}: {{stops}} Blenden heller',
  '{{stage}}: {{stops}} stops brighter, warmer': '{{stage}}: {{stops}} Blenden heller, wärmer',
  '{{stage}}: {{stops}} stops brighter, cooler': '{{stage}}: {{stops}} Blenden heller, kühler',
  '{{stage}}: {{stops}} stops darker': '{{stage}}: {{stops}} Blenden dunkler',
  '{{stage}}: {{stops}} stops darker, warmer': '{{stage}}: {{stops}} Blenden dunkler, wärmer',
  '{{stage}}: {{stops}} stops darker, cooler': '{{stage}}: {{stops}} Blenden dunkler, kühler',
  '{{stage}}: warmer': '{{stage}}: wärmer',
  '{{stage}}: cooler': '{{stage}}: kühler',
  '{{stage}}: hardly changed': '{{stage}}: kaum verändert',
  'Light matched: exposure {{first}} and {{second}} stops, and colour':
    'Licht angeglichen: Belichtung {{first}} und {{second}} Blenden, dazu die Farbe',
  'Light matched: exposure {{first}} and {{second}} stops, colour as shot':
    'Licht angeglichen: Belichtung {{first}} und {{second}} Blenden, Farbe wie aufgenommen',
  'Measured on the untreated skin that was drawn.': 'Gemessen an der eingezeichneten unbehandelten Haut.',
  'Measured on the face, where nothing is treated.': 'Gemessen am Gesicht, wo nichts behandelt wird.',
  'Measured on face, ears and neck, where nothing is treated.':
    'Gemessen an Gesicht, Ohren und Hals, wo nichts behandelt wird.',
  'Measured on ears and neck, where nothing is treated.': 'Gemessen an Ohren und Hals, wo nichts behandelt wird.',
  'Measured on the skin between the dots: no other skin is seen in both photos.':
    'Gemessen an der Haut zwischen den Punkten: Andere Haut ist nicht in beiden Fotos zu sehen.',
}
