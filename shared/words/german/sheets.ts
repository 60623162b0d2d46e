/** Touch-up sheets, reports and phone cards, and the studio's sign on them. */
export const sheetsGerman: Readonly<Record<string, string>> = {
  '{{count}} patches, {{area}}, about {{dots}} dots to add_one': '1 Stelle, {{area}}, etwa {{dots}} Punkte zu setzen',
  '{{count}} patches, {{area}}, about {{dots}} dots to add_other':
    '{{count}} Stellen, {{area}}, etwa {{dots}} Punkte zu setzen',
  '{{count}} patches, {{area}}_one': '1 Stelle, {{area}}',
  '{{count}} patches, {{area}}_other': '{{count}} Stellen, {{area}}',
  'about {{dots}}': 'etwa {{dots}}',
  '{{percent}} % lighter than around it': '{{percent}} % heller als ringsum',
  '{{percent}} % darker than around it': '{{percent}} % dunkler als ringsum',
  '{{finding}}. Dots are missing here.': '{{finding}}. Hier fehlen Punkte.',
  '≈ {{area}} mm²': '≈ {{area}} mm²',
  'As photographed, nothing was matched. Each place is compared with the skin around it.':
    'Wie fotografiert, nichts angeglichen. Jede Stelle wird mit der Haut ringsum verglichen.',
  Method: 'Verfahren',
  'Stipple’s assessment, version {{version}}': 'Beurteilung von Stipple, Version {{version}}',
  'Not known': 'Nicht bekannt',
  '{{perMm}} pixels a millimetre, from a length that was measured on another photo of this angle':
    '{{perMm}} Pixel je Millimeter, nach einer Länge, die auf einem anderen Foto dieser Ansicht gemessen wurde',
  '{{perMm}} pixels a millimetre, from a length that was measured on this photo':
    '{{perMm}} Pixel je Millimeter, nach einer Länge, die auf diesem Foto gemessen wurde',
  '{{perMm}} pixels a millimetre, from a thing of known size on another photo of this angle':
    '{{perMm}} Pixel je Millimeter, nach einem Gegenstand bekannter Größe auf einem anderen Foto dieser Ansicht',
  '{{perMm}} pixels a millimetre, from a thing of known size on this photo':
    '{{perMm}} Pixel je Millimeter, nach einem Gegenstand bekannter Größe auf diesem Foto',
  '{{perMm}} pixels a millimetre, an estimate from the width of the head (± 8 %)':
    '{{perMm}} Pixel je Millimeter, geschätzt nach der Breite des Kopfes (± 8 %)',
  'After: {{photo}}': 'Nachher: {{photo}}',
  'Before: {{photo}}': 'Vorher: {{photo}}',
  '{{zone}}: {{share}}': '{{zone}}: {{share}}',
  'Less than 1 % of the skin': 'Weniger als 1 % der Haut',
  'Not judged: {{reasons}}': 'Nicht beurteilt: {{reasons}}',
  '{{visible}} of {{all}}': '{{visible}} von {{all}}',
  'Map and patches are provisional: they may change while the skin settles.':
    'Karte und Stellen sind vorläufig: Sie können sich noch ändern, solange die Haut abheilt.',
  'Not judged: {{share}}.': 'Nicht beurteilt: {{share}}.',
  '{{percent}} % ({{reasons}})': '{{percent}} % ({{reasons}})',
  'Show in folder': 'Im Ordner zeigen',
  'Sheets and report…': 'Blätter und Bericht …',
  'Sheets and report': 'Blätter und Bericht',
  'Touch-up sheet…': 'Nacharbeitsblatt …',
  'Touch-up sheet': 'Nacharbeitsblatt',
  'Name of the studio': 'Name des Studios',
  'Logo of the studio': 'Logo des Studios',
  'Another logo…': 'Anderes Logo …',
  'Choose a logo…': 'Logo wählen …',
  'Choose a logo': 'Logo wählen',
  'Remove the logo': 'Logo entfernen',
  'They stand on sheets, reports and exported pictures, and stay on this computer.':
    'Stehen auf Blättern, Berichten und exportierten Bildern und bleiben auf diesem Computer.',
  '{{page}} of {{pages}}': '{{page}} von {{pages}}',
  '{{area}}, {{dots}} dots': '{{area}}, {{dots}} Punkte',
  'Coverage: the share of the zone that has at least 80 % of its usual darkness.':
    'Deckung: der Anteil der Zone, der mindestens 80 % ihrer üblichen Dunkelheit hat.',
  'Left and right are those of the picture. Ranges hold nineteen times out of twenty.':
    'Links und rechts sind die des Bildes. Die Spannen gelten in neunzehn von zwanzig Fällen.',
  'A patch under 20 % or 10 mm can be missed. Where nothing was found, something may still be seen.':
    'Eine Stelle unter 20 % oder 10 mm kann übersehen werden. Wo nichts gefunden wurde, kann trotzdem etwas zu sehen sein.',
  'Measured on photos. It describes how the pigment looks and is no medical finding.':
    'Auf Fotos gemessen. Es beschreibt, wie das Pigment aussieht, und ist kein medizinischer Befund.',
  'No.': 'Nr.',
  Where: 'Wo',
  'What was found': 'Was gefunden wurde',
  Area: 'Fläche',
  'Over the stages: {{zone}}': 'Über die Stadien: {{zone}}',
  'Evenness, variation': 'Gleichmäßigkeit, Schwankung',
  'Of the client’s own hair': 'Vom eigenen Haar',
  'Patches that most would see': 'Stellen, die die meisten sähen',
  'How it was measured': 'Wie gemessen wurde',
  'How it was measured: {{angle}}': 'Wie gemessen wurde: {{angle}}',
  After: 'Nachher',
  Lighting: 'Licht',
  'A4 for the tray: map and list to tick off': 'A4 für die Ablage: Karte und Liste zum Abhaken',
  Report: 'Bericht',
  'A4: verdicts in words, map, stages': 'A4: Beurteilung in Worten, Karte, Stadien',
  'Phone card': 'Handyblatt',
  'As tall as a phone: map and short list': 'Hoch wie ein Handy: Karte und kurze Liste',
  Session: 'Sitzung',
  'What it names': 'Was darauf genannt wird',
  'Client’s name': 'Name des Kunden',
  'Dates of the photos': 'Daten der Fotos',
  'Studio’s name and logo': 'Name und Logo des Studios',
  'Nothing is planned yet: accept a patch first.': 'Noch ist nichts geplant: erst eine Stelle annehmen.',
  'This photo has nothing to judge: it needs pigment and a treated zone.':
    'Auf diesem Foto gibt es nichts zu beurteilen: Es braucht Pigment und eine behandelte Zone.',
  'This photo isn’t judged yet.': 'Dieses Foto ist noch nicht beurteilt.',
  'The other stages are still being looked at.': 'Die anderen Stadien werden noch angesehen.',
  'Writing the PDF…': 'PDF wird geschrieben …',
  'Left and right are those of the picture. Areas and dots are estimates: count anew at the chair.':
    'Links und rechts sind die des Bildes. Flächen und Punkte sind geschätzt: am Stuhl neu zählen.',
  'Without an angle': 'Ohne Ansicht',
  'The photo on which these were seen is gone, so there is no map.':
    'Das Foto, auf dem das gesehen wurde, ist nicht mehr da, darum gibt es keine Karte.',
  'Dots to add': 'Punkte',
  'Dilution, note': 'Verdünnung, Notiz',
  'Use a PNG, JPEG or WebP.': 'Bitte PNG, JPEG oder WebP verwenden.',
  'Save as PDF': 'Als PDF sichern',
  Pictures: 'Bilder',
  'The logo’s file is larger than 20 MB. Choose a smaller one.':
    'Die Datei des Logos ist größer als 20 MB. Bitte eine kleinere wählen.',
}
