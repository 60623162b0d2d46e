/** The window itself: lock, errors, keys, language. */
export const appGerman: Readonly<Record<string, string>> = {
  'Keys of this screen': 'Tasten dieser Ansicht',
  'Show the keys of this screen': 'Die Tasten dieser Ansicht zeigen',
  Everywhere: 'Überall',
  'The library is damaged': 'Die Bibliothek ist beschädigt',
  'This library’s record is damaged: you can look, but not change anything.':
    'Die Aufzeichnung dieser Bibliothek ist beschädigt: Ansehen geht, Ändern nicht.',
  'You see everything up to {{moment}}; what came after it can’t be read.':
    'Zu sehen ist alles bis {{moment}}; was danach kam, ist nicht lesbar.',
  'You see everything up to {{moment}}; at least {{count}} later changes can’t be read._one':
    'Zu sehen ist alles bis {{moment}}; mindestens 1 spätere Änderung ist nicht lesbar.',
  'You see everything up to {{moment}}; at least {{count}} later changes can’t be read._other':
    'Zu sehen ist alles bis {{moment}}; mindestens {{count}} spätere Änderungen sind nicht lesbar.',
  'Nothing on the disk was changed. To go on working, restore the library from a backup.':
    'Auf der Festplatte wurde nichts geändert. Zum Weiterarbeiten die Bibliothek aus einer Sicherung wiederherstellen.',
  'This screen stopped working': 'Diese Ansicht funktioniert nicht mehr',
  'Back to the clients': 'Zurück zu den Kunden',
  'Stipple is locked': 'Stipple ist gesperrt',
  'The library can’t be opened': 'Die Bibliothek lässt sich nicht öffnen',
  Passphrase: 'Passphrase',
  'Recovery key': 'Wiederherstellungsschlüssel',
  'Seven groups of four, from the paper. It takes the place of the forgotten passphrase: set a new one afterwards.':
    'Sieben Vierergruppen vom Papier. Er ersetzt die vergessene Passphrase: danach eine neue festlegen.',
  'Seven groups of four, from the paper.': 'Sieben Vierergruppen vom Papier.',
  Unlock: 'Entsperren',
  'I forgot the passphrase': 'Passphrase vergessen',
  'Use the passphrase': 'Passphrase verwenden',
  'Undone: {{label}}': 'Zurückgenommen: {{label}}',
  Undo: 'Rückgängig',
  Cancel: 'Abbrechen',
  Close: 'Schließen',
  Stop: 'Anhalten',
  Save: 'Speichern',
  'Try again': 'Noch einmal versuchen',
  'Saving…': 'Wird gespeichert …',
  'Put this message away': 'Diese Meldung ausblenden',
  Name: 'Name',
  'Rename {{name}}': '{{name}} umbenennen',
  Rename: 'Umbenennen',
  'Skip to content': 'Zum Inhalt springen',
  '{{picture}} (the picture can’t be shown)': '{{picture}} (das Bild lässt sich nicht zeigen)',
  'Can’t be played here': 'Hier nicht abspielbar',
  '{{count}} photos_one': '1 Foto',
  '{{count}} photos_other': '{{count}} Fotos',
  '{{count}} videos_one': '1 Video',
  '{{count}} videos_other': '{{count}} Videos',
  '{{count}} days from {{day}}_one': '1 Tag ab {{day}}',
  '{{count}} days from {{day}}_other': '{{count}} Tage ab {{day}}',
  '{{one}} and {{other}}': '{{one}} und {{other}}',
  'no date': 'kein Datum',
  Space: 'Leertaste',
  Esc: 'Esc',
  Del: 'Entf',
  Delete: 'Entf',
  Ctrl: 'Strg',
  Shift: 'Umschalt',
  'The file can’t be read. Check that the drive or phone is still connected, then try again.':
    'Die Datei ist nicht lesbar. Prüfen, ob Laufwerk oder Telefon noch verbunden sind, dann noch einmal versuchen.',
  'This is not a photo that Stipple reads. Use JPEG, PNG, WebP, TIFF, AVIF, HEIC or camera RAW, and MP4, MOV or WebM for videos.':
    'Dieses Foto kann Stipple nicht lesen. Möglich sind JPEG, PNG, WebP, TIFF, AVIF, HEIC und Kamera-RAW, für Videos MP4, MOV und WebM.',
  'The picture is damaged and can’t be opened. Export it again from the phone or camera.':
    'Das Bild ist beschädigt und lässt sich nicht öffnen. Noch einmal vom Telefon oder von der Kamera exportieren.',
  'The picture is larger than 80 megapixels. Export a smaller copy.':
    'Das Bild hat mehr als 80 Megapixel. Eine kleinere Kopie exportieren.',
  'The disk is full. Nothing was changed; free some space, then try again.':
    'Die Festplatte ist voll. Es wurde nichts geändert; Platz schaffen, dann noch einmal versuchen.',
  'The folder can’t be written. Check the drive and its permissions, then try again.':
    'In den Ordner kann nicht geschrieben werden. Laufwerk und Zugriffsrechte prüfen, dann noch einmal versuchen.',
  'The file of {{fileName}} is missing from the library folder. Nothing was deleted: put the drive back, or import the file again.':
    'Die Datei von {{fileName}} fehlt im Ordner der Bibliothek. Es wurde nichts gelöscht: das Laufwerk wieder anschließen oder die Datei noch einmal importieren.',
  'The file of the photo is missing from the library folder. Nothing was deleted: put the drive back, or import the file again.':
    'Die Datei des Fotos fehlt im Ordner der Bibliothek. Es wurde nichts gelöscht: das Laufwerk wieder anschließen oder die Datei noch einmal importieren.',
  'Cancelled.': 'Abgebrochen.',
  'The picture engine stopped twice on this. The photo is kept; try again, or leave this photo out.':
    'Die Bildverarbeitung ist hieran zweimal gescheitert. Das Foto ist noch da; noch einmal versuchen oder dieses Foto weglassen.',
  'This took too long and was stopped. Try again, or leave this photo out.':
    'Das hat zu lange gedauert und wurde angehalten. Noch einmal versuchen oder dieses Foto weglassen.',
  'This library was written by a newer Stipple. Update Stipple; nothing was changed.':
    'Diese Bibliothek stammt von einem neueren Stipple. Stipple aktualisieren; es wurde nichts geändert.',
  'The library is open in another Stipple. Close it there first.':
    'Die Bibliothek ist in einem anderen Stipple geöffnet. Zuerst dort schließen.',
  'The library’s record is damaged ({{reason}}). Nothing was changed; restore it from a backup.':
    'Die Aufzeichnung der Bibliothek ist beschädigt ({{reason}}). Es wurde nichts geändert; aus einer Sicherung wiederherstellen.',
  'The library’s record is damaged. Nothing was changed; restore it from a backup.':
    'Die Aufzeichnung der Bibliothek ist beschädigt. Es wurde nichts geändert; aus einer Sicherung wiederherstellen.',
  'This library’s record is damaged, so it can only be looked at. Restore it from a backup to go on working.':
    'Die Aufzeichnung dieser Bibliothek ist beschädigt, darum lässt sie sich nur ansehen. Zum Weiterarbeiten aus einer Sicherung wiederherstellen.',
  'This backup can’t be used: {{reason}}. Nothing was changed; choose another backup.':
    'Diese Sicherung ist nicht brauchbar: {{reason}}. Es wurde nichts geändert; eine andere Sicherung wählen.',
  'This backup can’t be used. Nothing was changed; choose another backup.':
    'Diese Sicherung ist nicht brauchbar. Es wurde nichts geändert; eine andere Sicherung wählen.',
  'The key to this library is not on this computer. Nothing was changed: type the recovery key, or start Stipple as the user who made the library.':
    'Der Schlüssel zu dieser Bibliothek ist nicht auf diesem Computer. Es wurde nichts geändert: den Wiederherstellungsschlüssel eingeben oder Stipple unter dem Benutzerkonto starten, das die Bibliothek angelegt hat.',
  'The library is locked. Type its passphrase.': 'Die Bibliothek ist gesperrt. Die Passphrase eingeben.',
  'This passphrase doesn’t open the library. Mind capital letters and the keyboard’s language.':
    'Diese Passphrase öffnet die Bibliothek nicht. Auf Großbuchstaben und die Sprache der Tastatur achten.',
  'This recovery key doesn’t open the library. Compare it with the paper, sign by sign.':
    'Dieser Wiederherstellungsschlüssel öffnet die Bibliothek nicht. Zeichen für Zeichen mit dem Papier vergleichen.',
  'Stipple could not understand its own request. Please report this.':
    'Stipple hat seine eigene Anfrage nicht verstanden. Bitte melden.',
  'This can’t be done.': 'Das geht nicht.',
  'Something went wrong in Stipple (report {{reportId}}). Nothing was lost; try again.':
    'In Stipple ist etwas schiefgegangen (Bericht {{reportId}}). Es ging nichts verloren; noch einmal versuchen.',
  'Something went wrong in Stipple. Nothing was lost; try again.':
    'In Stipple ist etwas schiefgegangen. Es ging nichts verloren; noch einmal versuchen.',
  'Comparing with the backup before': 'Vergleich mit der vorigen Sicherung',
  Writing: 'Schreiben',
  Reading: 'Lesen',
  'Reading it again': 'Gegenlesen',
  'Reading and checking': 'Lesen und Prüfen',
  'Read the photo': 'Foto gelesen',
  'Made the working copy': 'Arbeitskopie erstellt',
  'Reading the photos': 'Fotos lesen',
  'Looking for what both show': 'Suchen, was beide zeigen',
  Aligning: 'Ausrichten',
  'Looking for other ways': 'Nach anderen Wegen suchen',
  'Backing up': 'Sicherung läuft',
  'Backed up to {{fileName}}, read again and found whole.': 'Gesichert in {{fileName}}, gegengelesen und vollständig.',
  '{{count}} photo files that the library lost or has damaged: kept from the backup before._one':
    '1 Fotodatei, die in der Bibliothek fehlt oder beschädigt ist: aus der vorigen Sicherung behalten.',
  '{{count}} photo files that the library lost or has damaged: kept from the backup before._other':
    '{{count}} Fotodateien, die in der Bibliothek fehlen oder beschädigt sind: aus der vorigen Sicherung behalten.',
  '{{count}} photos came in from “{{folderName}}”._one': '1 Foto kam aus „{{folderName}}“.',
  '{{count}} photos came in from “{{folderName}}”._other': '{{count}} Fotos kamen aus „{{folderName}}“.',
  'The hot folder “{{folderName}}” can’t be reached. Connect its drive or put the folder back: Stipple then goes on by itself.':
    'Der überwachte Ordner „{{folderName}}“ ist nicht erreichbar. Sein Laufwerk anschließen oder den Ordner zurücklegen: Stipple macht dann von selbst weiter.',
  'Stipple isn’t allowed to read the hot folder “{{folderName}}”. Allow it in the system’s settings: Stipple then goes on by itself.':
    'Stipple darf den überwachten Ordner „{{folderName}}“ nicht lesen. In den Systemeinstellungen erlauben: Stipple macht dann von selbst weiter.',
  'Which hot folder was watched can’t be read any more, so none is. Choose it once more.':
    'Welcher Ordner überwacht wurde, ist nicht mehr lesbar, darum wird keiner überwacht. Noch einmal wählen.',
  'Retention note: {{name}}': 'Aufbewahrungsvermerk: {{name}}',
  'Retention note of {{name}} changed': 'Aufbewahrungsvermerk von {{name}} geändert',
  'Save note': 'Vermerk speichern',
  'Keep the record until': 'Akte aufbewahren bis',
  'Until then Stipple doesn’t erase this client or delete its photos by itself, and asks twice when you do. Leave it empty when nothing holds the record.':
    'Bis dahin löscht Stipple weder diesen Kunden noch seine Fotos von selbst und fragt beim Löschen zweimal nach. Leer lassen, wenn nichts die Akte festhält.',
  Why: 'Warum',
  'Insurance, a dispute, the law': 'Versicherung, ein Streitfall, das Gesetz',
  'Backed up to {{fileName}}: {{added}}.': 'Gesichert in {{fileName}}: {{added}}.',
  'brought up to date, no new photos': 'auf den neuesten Stand gebracht, keine neuen Fotos',
  'brought up to date, no new photos and documents': 'auf den neuesten Stand gebracht, keine neuen Fotos und Dokumente',
  'added {{count}} photos, read again and found whole_one':
    '{{count}} Foto hinzugefügt, noch einmal gelesen und unversehrt',
  'added {{count}} photos, read again and found whole_other':
    '{{count}} Fotos hinzugefügt, noch einmal gelesen und unversehrt',
  'added {{count}} photos and documents, read again and found whole_one':
    '{{count}} Foto oder Dokument hinzugefügt, noch einmal gelesen und unversehrt',
  'added {{count}} photos and documents, read again and found whole_other':
    '{{count}} Fotos und Dokumente hinzugefügt, noch einmal gelesen und unversehrt',
  '{{count}} were already there_one': '{{count}} war schon da',
  '{{count}} were already there_other': '{{count}} waren schon da',
  'Opening your library…': 'Die Bibliothek wird geöffnet …',
  Opening: 'Wird geöffnet',
  'This takes a moment.': 'Das dauert einen Moment.',
  'Its whole record is being read and checked.': 'Alle Einträge werden gelesen und geprüft.',
  '{{number}} entries so far, {{percent}} % of the record': 'bisher {{number}} Einträge, {{percent}} % von allen',
  'This happens after an update, or when Stipple could not end in order. The next start is quick again. You may close the window: nothing is changed.':
    'Das geschieht nach einer Aktualisierung oder wenn Stipple nicht ordentlich beendet wurde. Der nächste Start geht wieder schnell. Das Fenster darf geschlossen werden: Es wird nichts verändert.',
  'It comes from an older Stipple and is being encrypted.':
    'Sie stammt von einem älteren Stipple und wird verschlüsselt.',
  '{{done}} of {{total}} files': '{{done}} von {{total}} Dateien',
  'This is done once. The old files stay until every new one has been read again. You may close the window: nothing is lost, and it begins again at the next start.':
    'Das geschieht einmal. Die alten Dateien bleiben, bis jede neue noch einmal gelesen ist. Das Fenster darf geschlossen werden: Es geht nichts verloren, und beim nächsten Start geht es von vorn los.',
  Settings: 'Einstellungen',
  'Light of the room': 'Licht des Raums',
  'Photos lie on neutral grey in both. Skin tones are judged best in the dark.':
    'Fotos liegen in beiden auf neutralem Grau. Hauttöne lassen sich im dunklen am besten beurteilen.',
  Dark: 'Dunkel',
  Light: 'Hell',
  Language: 'Sprache',
  'As this computer: {{language}}': 'Wie dieser Computer: {{language}}',
  'For this computer only; nothing of a client is changed.':
    'Nur für diesen Computer; an den Kunden ändert sich nichts.',
  'Lock the library': 'Bibliothek sperren',
  'Undo the last change': 'Letzte Änderung rückgängig machen',
  'Select all photos': 'Alle Fotos auswählen',
}
