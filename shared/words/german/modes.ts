/** Blink, difference, heat map, the slider's directions and turning the view. */
export const modesGerman: Readonly<Record<string, string>> = {
  Blink: 'Blinken',
  Difference: 'Unterschied',
  'Heat map': 'Wärmekarte',
  'Blink: {{reference}} and {{moving}}': 'Blinken: {{reference}} und {{moving}}',
  'Difference: {{reference}} and {{moving}}': 'Unterschied: {{reference}} und {{moving}}',
  'Heat map: {{moving}} against {{reference}}': 'Wärmekarte: {{moving}} gegen {{reference}}',
  'Start and stop blinking': 'Blinken starten und beenden',
  'Hold: other photo': 'Anderes Foto',
  'Shows the other photo at the same place while it is held':
    'Zeigt das andere Foto an derselben Stelle, solange gehalten wird',
  Pause: 'Anhalten',
  'Go on': 'Weiter',
  'Stop, and show the other photo': 'Anhalten und das andere Foto zeigen',
  Slower: 'Langsamer',
  Faster: 'Schneller',
  Blinking: 'Blinken der Fotos',
  'Changes a second': 'Wechsel pro Sekunde',
  'At most 4 changes a second, which are 2 flashes: more than 3 flashes a second can bring on seizures.':
    'Höchstens 4 Wechsel pro Sekunde, also 2 Blitze: Mehr als 3 Blitze pro Sekunde können Krampfanfälle auslösen.',
  'Loading both photos…': 'Beide Fotos werden geladen …',
  'The photos change by themselves. Space goes back.': 'Die Fotos wechseln von selbst. Leertaste: zurück.',
  'Paused on {{photo}}.': 'Angehalten bei {{photo}}.',
  'This computer is set to little motion: show the other photo with X.':
    'Dieser Computer ist auf wenig Bewegung eingestellt: X zeigt das andere Foto.',
  'What the colours mean': 'Was die Farben bedeuten',
  Tolerance: 'Toleranz',
  Strength: 'Stärke',
  '{{steps}} of 100': '{{steps}} von 100',
  'Less tolerance': 'Weniger Toleranz',
  'More tolerance': 'Mehr Toleranz',
  'Darker than {{photo}}': 'Dunkler als {{photo}}',
  Lighter: 'Heller',
  Alike: 'Gleich',
  Differs: 'Verschieden',
  'In one photo only': 'Nur auf einem Foto',
  'Dark blue: darker by {{steps}} steps or more. Light yellow: lighter by as much. Grey: alike.':
    'Dunkelblau: um {{steps}} Stufen oder mehr dunkler. Hellgelb: um ebenso viel heller. Grau: gleich.',
  'Grey: alike. Yellow: differs by {{steps}} steps of lightness or more.':
    'Grau: gleich. Gelb: um {{steps}} Helligkeitsstufen oder mehr verschieden.',
  'Comparing the photos': 'Die Fotos werden verglichen',
  'Try again': 'Noch einmal versuchen',
  'The alignment must be checked: colours along edges may come from it.':
    'Die Ausrichtung ist zu prüfen: Farben entlang von Kanten können von ihr kommen.',
  '{{photo}} is fresh: redness and fresh pigment are darker than what will stay.':
    '{{photo}} ist frisch: Rötung und frisches Pigment sind dunkler, als es bleibt.',
  '{{photo}} is still settling: until day 28 darker and patchy places are usual.':
    '{{photo}} setzt sich noch: Bis Tag 28 sind dunklere und fleckige Stellen üblich.',
  'The light isn’t matched: other light looks like a change of the skin.':
    'Das Licht ist nicht angeglichen: Anderes Licht sieht wie eine Veränderung der Haut aus.',
  'Place of the split': 'Stelle der Teilung',
  'Only {{photo}}': 'Nur {{photo}}',
  'Only the compared photo': 'Nur das verglichene Foto',
  'Only the baseline': 'Nur das Ausgangsfoto',
  'Half and half': 'Halb und halb',
  'Lay the split across': 'Teilung quer legen',
  'Stand the split upright': 'Teilung aufrecht stellen',
  'Split upright or across': 'Teilung aufrecht oder quer',
  'Turn the view to the left': 'Ansicht nach links drehen',
  'Turn the view to the right': 'Ansicht nach rechts drehen',
  'A picture can’t blink': 'Ein Bild kann nicht blinken',
}
