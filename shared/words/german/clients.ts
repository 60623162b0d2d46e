/** The list of clients. */
export const clientsGerman: Readonly<Record<string, string>> = {
  Clients: 'Kunden',
  'Search clients': 'Kunden suchen',
  'Search names and records': 'Namen und Akten',
  'Add client': 'Kunde hinzufügen',
  'Add sample client': 'Beispielkunde hinzufügen',
  'Library health': 'Zustand der Bibliothek',
  Trash: 'Papierkorb',
  'Trash: {{count}} clients wait to be erased_one': 'Papierkorb: 1 Kunde wartet auf das Löschen',
  'Trash: {{count}} clients wait to be erased_other': 'Papierkorb: {{count}} Kunden warten auf das Löschen',
  'No clients yet': 'Noch keine Kunden',
  'Add your first client, then drop the photos of the treatment. Or add the sample client and look around first.':
    'Den ersten Kunden hinzufügen, dann die Fotos der Behandlung hereinziehen. Oder den Beispielkunden hinzufügen und sich erst einmal umsehen.',
  'No client found': 'Kein Kunde gefunden',
  'Show all clients': 'Alle Kunden zeigen',
  'Neither a name nor a record has “{{search}}”.': '„{{search}}“ steht in keinem Namen und in keiner Akte.',
  'Show more of {{number}} clients': 'Mehr von {{number}} Kunden zeigen',
  'Look around, or begin': 'Umsehen oder loslegen',
  'The sample client shows how Stipple works, with pictures of a head that doesn’t exist. Open it and press “Compare”.':
    'Der Beispielkunde zeigt, wie Stipple arbeitet, mit Bildern eines Kopfes, den es nicht gibt. Öffnen und auf „Vergleichen“ drücken.',
  'For your own photos, add a client and drop the photos of the treatment.':
    'Für eigene Fotos einen Kunden hinzufügen und die Fotos der Behandlung hereinziehen.',
  'Add your first client': 'Kunde hinzufügen',
  'No photos yet': 'Noch keine Fotos',
  'last {{day}}': 'zuletzt {{day}}',
  Sample: 'Beispiel',
  'Remove sample': 'Beispiel entfernen',
  'Actions: {{name}}': 'Aktionen: {{name}}',
  'Rename…': 'Umbenennen …',
  'Retention note…': 'Aufbewahrung …',
  'Move to the trash': 'In den Papierkorb',
  'Planned sessions': 'Geplante Sitzungen',
  'For the first treatment. A later treatment can have another number.':
    'Für die erste Behandlung. Eine spätere kann eine andere Zahl haben.',
  'Treatment 1': 'Behandlung 1',
  '{{name}} added': '{{name}} hinzugefügt',
  'Sample client removed': 'Beispielkunde entfernt',
  '{{name}} moved to the trash': '{{name}} in den Papierkorb gelegt',
  'Client renamed': 'Kunde umbenannt',
  'Backup reminder': 'Erinnerung an die Sicherung',
  'Back up now': 'Jetzt sichern',
  'Back up now…': 'Jetzt sichern …',
  'This library was never backed up. A copy on an external drive keeps your photos if this computer is lost.':
    'Diese Bibliothek wurde noch nie gesichert. Eine Kopie auf einem externen Laufwerk bewahrt die Fotos, falls dieser Computer verloren geht.',
  'The last backup can’t be relied on: {{problem}}. Make a new one, best on another drive.':
    'Auf die letzte Sicherung ist kein Verlass: {{problem}}. Eine neue machen, am besten auf einem anderen Laufwerk.',
  'The last backup is of {{moment}}.': 'Die letzte Sicherung ist vom {{moment}}.',
  'Connect its drive, or choose another place.': 'Ihr Laufwerk anschließen oder einen anderen Ort wählen.',
  'Recovery key reminder': 'Erinnerung an den Wiederherstellungsschlüssel',
  'There is no recovery key yet. If this computer breaks, your photos and their backups can’t be opened without one.':
    'Es gibt noch keinen Wiederherstellungsschlüssel. Geht dieser Computer kaputt, lassen sich die Fotos und ihre Sicherungen ohne ihn nicht öffnen.',
  'Make a recovery key…': 'Wiederherstellungsschlüssel erstellen …',
  'Hot folder': 'Überwachter Ordner',
  'It is set on a client’s page.': 'Er wird auf der Seite eines Kunden gewählt.',
  'Open its client to review and file it.': 'Den Kunden öffnen, um es durchzusehen und einzusortieren.',
  'Open their client to review and file them.': 'Den Kunden öffnen, um sie durchzusehen und einzusortieren.',
  'When the library was opened': 'Beim Öffnen der Bibliothek',
  'The last change before Stipple closed was only half written. It was set aside; everything before it is here. Nothing was deleted.':
    'Die letzte Änderung vor dem Beenden wurde nur halb geschrieben. Sie liegt beiseite; alles davor ist da. Es wurde nichts gelöscht.',
  'The files of {{count}} photos are missing from the library folder. Nothing was deleted: put the files or the drive back and start Stipple again._one':
    'Im Ordner der Bibliothek fehlt die Datei von 1 Foto. Es wurde nichts gelöscht: Datei oder Laufwerk zurückbringen und Stipple neu starten.',
  'The files of {{count}} photos are missing from the library folder. Nothing was deleted: put the files or the drive back and start Stipple again._other':
    'Im Ordner der Bibliothek fehlen die Dateien von {{count}} Fotos. Es wurde nichts gelöscht: Dateien oder Laufwerk zurückbringen und Stipple neu starten.',
  'The files of {{count}} forms and documents are missing from the library folder. Nothing was deleted: see “Library health”._one':
    'Im Ordner der Bibliothek fehlt die Datei von 1 Formular oder Dokument. Es wurde nichts gelöscht: siehe „Zustand der Bibliothek“.',
  'The files of {{count}} forms and documents are missing from the library folder. Nothing was deleted: see “Library health”._other':
    'Im Ordner der Bibliothek fehlen die Dateien von {{count}} Formularen und Dokumenten. Es wurde nichts gelöscht: siehe „Zustand der Bibliothek“.',
  'The library folder holds {{count}} photo files that belong to no client. Nothing was deleted: they were set aside, see “Library health”._one':
    'Im Ordner der Bibliothek liegt 1 Fotodatei, die zu keinem Kunden gehört. Es wurde nichts gelöscht: Sie liegt beiseite, siehe „Zustand der Bibliothek“.',
  'The library folder holds {{count}} photo files that belong to no client. Nothing was deleted: they were set aside, see “Library health”._other':
    'Im Ordner der Bibliothek liegen {{count}} Fotodateien, die zu keinem Kunden gehören. Es wurde nichts gelöscht: Sie liegen beiseite, siehe „Zustand der Bibliothek“.',
}
