/** Proposed zones. */
export const zonesGerman: Readonly<Record<string, string>> = {
  '{{least}} to {{most}} % lighter than around it, people may see this':
    '{{least}} bis {{most}} % heller als ringsum, ist vielleicht zu sehen',
  '{{least}} to {{most}} % darker than around it, people may see this':
    '{{least}} bis {{most}} % dunkler als ringsum, ist vielleicht zu sehen',
  '{{least}} to {{most}} % lighter than around it, may be within measuring error':
    '{{least}} bis {{most}} % heller als ringsum, kann Messfehler sein',
  '{{least}} to {{most}} % darker than around it, may be within measuring error':
    '{{least}} bis {{most}} % dunkler als ringsum, kann Messfehler sein',
  'Skin within 5 mm of the reference zone isn’t counted: own hairs stand between the dots there.':
    'Haut bis 5 mm neben der Referenzzone wird nicht gezählt: Dort stehen eigene Haare zwischen den Punkten.',
  'What the map shows': 'Was die Karte zeigt',
  'Darkness or density': 'Dunkelheit oder Dichte',
  Darkness: 'Dunkelheit',
  Density: 'Dichte',
  'Fewer dots': 'Weniger Punkte',
  'More than most of the zone': 'Mehr als meist in der Zone',
  'Yellow: fewer dots than most of the zone has. Blue: more. Grey between: as many.':
    'Gelb: weniger Punkte, als die Zone meist hat. Blau: mehr. Grau dazwischen: ebenso viele.',
  'Map of {{zone}}: yellow has fewer dots, blue more than most of the zone':
    'Karte von {{zone}}: gelb hat weniger, blau mehr Punkte als die Zone meist',
  'Propose zones…': 'Zonen vorschlagen …',
  'Proposed zones': 'Vorgeschlagene Zonen',
  'Proposed zones taken': 'Vorgeschlagene Zonen übernommen',
  'Proposed zones: {{angle}}': 'Vorgeschlagene Zonen: {{angle}}',
  'Looking for stubble': 'Stoppeln werden gesucht',
  'Take and correct…': 'Übernehmen und korrigieren …',
  'Take these zones': 'Zonen übernehmen',
  'Seen on the shaved head before the first session: no stubble grows inside the solid line, the client’s own stubble inside the dashed one. A bare forehead looks like bald skin: draw the hairline’s edge right afterwards.':
    'Gesehen am rasierten Kopf vor der ersten Sitzung: Innerhalb der durchgezogenen Linie wachsen keine Stoppeln, innerhalb der gestrichelten die eigenen. Die freie Stirn sieht aus wie kahle Haut: den Rand an der Haarlinie danach richtig zeichnen.',
  'No stubble can be told from bare skin: the photo may be soft, or the head shaved too close.':
    'Stoppeln sind nicht von kahler Haut zu unterscheiden: Das Foto ist vielleicht unscharf oder der Kopf zu kurz rasiert.',
  'Stubble grows everywhere: no bare skin was found.': 'Überall wachsen Stoppeln: Es wurde keine kahle Haut gefunden.',
  'The hair is too long. A photo of the freshly shaved head shows where it grows.':
    'Das Haar ist zu lang. Ein Foto des frisch rasierten Kopfes zeigt, wo es wächst.',
  'There seems to be pigment already: it looks like stubble.':
    'Es scheint schon Pigment da zu sein: Es sieht aus wie Stoppeln.',
  'The head’s outline wasn’t found.': 'Der Umriss des Kopfes wurde nicht gefunden.',
}
