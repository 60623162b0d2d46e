/** The trash, keeping and erasing. */
export const trashGerman: Readonly<Record<string, string>> = {
  'How long records are kept…': 'Aufbewahrung …',
  '{{count}} clients_one': '1 Kunde',
  '{{count}} clients_other': '{{count}} Kunden',
  '{{count}} treatments_one': '1 Behandlung',
  '{{count}} treatments_other': '{{count}} Behandlungen',
  '{{count}} documents_one': '1 Dokument',
  '{{count}} documents_other': '{{count}} Dokumente',
  '{{things}} can be restored.': 'Wiederherstellbar: {{things}}.',
  'Nothing is waiting here.': 'Hier wartet nichts.',
  'The trash is empty': 'Der Papierkorb ist leer',
  'What you remove waits here for 30 days and can be restored: photos, treatments, documents, whole clients.':
    'Entferntes wartet hier 30 Tage und lässt sich wiederherstellen: Fotos, Behandlungen, Dokumente, ganze Kunden.',
  'No photos': 'Keine Fotos',
  '{{photos}}, removed {{day}}': '{{photos}}, entfernt am {{day}}',
  'Goes for good on {{day}}, {{count}} days left_one': 'Wird am {{day}} endgültig gelöscht, noch 1 Tag',
  'Goes for good on {{day}}, {{count}} days left_other': 'Wird am {{day}} endgültig gelöscht, noch {{count}} Tage',
  'You decide on {{day}}, {{count}} days left_one': 'Entscheidung am {{day}}, noch 1 Tag',
  'You decide on {{day}}, {{count}} days left_other': 'Entscheidung am {{day}}, noch {{count}} Tage',
  'Goes for good within the next days': 'Wird in den nächsten Tagen endgültig gelöscht',
  '30 days were over on {{day}}: restore or erase': '30 Tage waren am {{day}} um: wiederherstellen oder löschen',
  'To be kept until {{day}}': 'Aufzubewahren bis {{day}}',
  'To be kept until {{day}}: {{why}}': 'Aufzubewahren bis {{day}}: {{why}}',
  'To be kept until {{day}} by the studio’s rule': 'Aufzubewahren bis {{day}} nach der Regel des Studios',
  'To be kept until {{day}} by the studio’s rule: {{why}}':
    'Aufzubewahren bis {{day}} nach der Regel des Studios: {{why}}',
  Restore: 'Wiederherstellen',
  'Restore {{name}}': '{{name}} wiederherstellen',
  'Erase for good…': 'Löschen …',
  'Erase {{name}} for good…': '{{name}} endgültig löschen …',
  Photos: 'Fotos',
  'Restore all': 'Alle wiederherstellen',
  'Delete all for good…': 'Alle endgültig löschen …',
  'Restore the photo: {{name}}': 'Foto wiederherstellen: {{name}}',
  'Delete for good: {{name}}': 'Endgültig löschen: {{name}}',
  Treatments: 'Behandlungen',
  'Removed {{day}}. Its records stay as long as the client’s.':
    'Entfernt am {{day}}. Ihre Akte bleibt so lange wie die des Kunden.',
  'Restore the treatment: {{clientName}}, {{name}}': 'Behandlung wiederherstellen: {{clientName}}, {{name}}',
  Documents: 'Dokumente',
  'Removed {{day}}. It stays as long as the client.': 'Entfernt am {{day}}. Es bleibt so lange wie der Kunde.',
  'Restore the document: {{clientName}}, {{title}}': 'Dokument wiederherstellen: {{clientName}}, {{title}}',
  '{{name}} restored': '{{name}} wiederhergestellt',
  'Treatment restored: {{name}}': 'Behandlung wiederhergestellt: {{name}}',
  'Document restored: {{title}}': 'Dokument wiederhergestellt: {{title}}',
  'Delete {{count}} photos for good?_one': '1 Foto endgültig löschen?',
  'Delete {{count}} photos for good?_other': '{{count}} Fotos endgültig löschen?',
  'It can’t be restored then. Backups hold it until they are replaced. The client’s history still says that it was there.':
    'Danach lässt es sich nicht wiederherstellen. Sicherungen enthalten es, bis sie ersetzt werden. Im Verlauf des Kunden steht weiter, dass es da war.',
  'They can’t be restored then. Backups hold them until they are replaced. The clients’ histories still say that they were there.':
    'Danach lassen sie sich nicht wiederherstellen. Sicherungen enthalten sie, bis sie ersetzt werden. Im Verlauf der Kunden steht weiter, dass sie da waren.',
  'Delete although the record is to be kept': 'Löschen, obwohl die Akte aufzubewahren ist',
  'Not deleted': 'Nicht gelöscht',
  'Delete for good': 'Endgültig löschen',
  '{{count}} photos deleted for good._one': '1 Foto endgültig gelöscht.',
  '{{count}} photos deleted for good._other': '{{count}} Fotos endgültig gelöscht.',
  'Erase {{name}} for good?': '{{name}} endgültig löschen?',
  'Name, records and history, alignments and everything made from them are erased.':
    'Name, Akte und Verlauf, Ausrichtungen und alles daraus Entstandene werden gelöscht.',
  'Name, records and history, all {{count}} photos, alignments and everything made from them are erased._one':
    'Name, Akte und Verlauf, das Foto, Ausrichtungen und alles daraus Entstandene werden gelöscht.',
  'Name, records and history, all {{count}} photos, alignments and everything made from them are erased._other':
    'Name, Akte und Verlauf, alle {{count}} Fotos, Ausrichtungen und alles daraus Entstandene werden gelöscht.',
  'The key that opens them is destroyed, so nobody can bring them back. This can’t be undone.':
    'Der Schlüssel dazu wird vernichtet, darum kann niemand sie zurückholen. Das lässt sich nicht rückgängig machen.',
  'What remains, and is yours to deal with': 'Was bleibt und selbst zu entfernen ist',
  'Backups that you made hold this client until they are replaced.':
    'Vorhandene Sicherungen enthalten diesen Kunden, bis sie ersetzt werden.',
  'There is no backup that Stipple knows of. Copies that you made yourself still hold this client.':
    'Stipple kennt keine Sicherung. Selbst angelegte Kopien enthalten diesen Kunden weiterhin.',
  'The last backup, “{{fileName}}” of {{moment}}, holds this client until the next one takes its place, and so do older copies. Restored by this Stipple, none of them brings the client back.':
    'Die letzte Sicherung, „{{fileName}}“ vom {{moment}}, enthält diesen Kunden, bis die nächste sie ersetzt, ältere Kopien ebenso. Mit diesem Stipple wiederhergestellt, bringt keine den Kunden zurück.',
  'Pictures that you exported or sent, and files that you imported the photos from.':
    'Exportierte oder verschickte Bilder und die Dateien, aus denen die Fotos importiert wurden.',
  'Erasing it earlier may break a duty to keep records.':
    'Früheres Löschen kann gegen eine Aufbewahrungspflicht verstoßen.',
  'Erase it although it is to be kept': 'Löschen, obwohl es aufzubewahren ist',
  'Type “{{name}}” to confirm': 'Zur Bestätigung „{{name}}“ eingeben',
  'Not erased': 'Nicht gelöscht',
  'Erase for good': 'Endgültig löschen',
  'The client was erased for good.': 'Der Kunde wurde endgültig gelöscht.',
  'Erased for good': 'Endgültig gelöscht',
  '{{count}} clients were erased for good, the last on {{day}}._one':
    '1 Kunde wurde endgültig gelöscht, zuletzt am {{day}}.',
  '{{count}} clients were erased for good, the last on {{day}}._other':
    '{{count}} Kunden wurden endgültig gelöscht, zuletzt am {{day}}.',
  'The last backup, of {{moment}}, is older and still holds what was erased.':
    'Die letzte Sicherung vom {{moment}} ist älter und enthält das Gelöschte noch.',
  'Replace it now': 'Jetzt ersetzen',
  'How long records are kept': 'Wie lange Akten aufbewahrt werden',
  'Years after a client’s last photo': 'Jahre nach dem letzten Foto eines Kunden',
  'Until then nothing of the client goes by itself. Clinics often have to keep records: ask your insurer or adviser. Leave it empty when no rule applies.':
    'Bis dahin wird nichts vom Kunden von selbst gelöscht. Praxen müssen Akten oft aufbewahren: bei Versicherung oder Beratung nachfragen. Leer lassen, wenn keine Regel gilt.',
  'Whole years, 1 to 99, or nothing.': 'Ganze Jahre, 1 bis 99, oder nichts.',
  'The rule or the insurer that asks for it': 'Die Regel oder Versicherung, die das verlangt',
  'When a client’s 30 days in the trash are over': 'Wenn die 30 Tage eines Kunden im Papierkorb um sind',
  'The client waits there until I erase it': 'Der Kunde wartet dort, bis ich ihn lösche',
  'Stipple erases it, unless it is to be kept': 'Stipple löscht ihn, außer er ist aufzubewahren',
  'Rule for keeping records changed': 'Aufbewahrungsregel geändert',
}
