/** The library's health, its keys and its backups. */
export const healthGerman: Readonly<Record<string, string>> = {
  'In order': 'In Ordnung',
  'Needs attention': 'Zu erledigen',
  Files: 'Dateien',
  'and {{number}} more': 'und {{number}} weitere',
  'There are no photos yet.': 'Es gibt noch keine Fotos.',
  'The only photo file is missing from the library folder.': 'Die einzige Fotodatei fehlt im Ordner der Bibliothek.',
  '{{count}} of {{total}} photo files are missing from the library folder._one':
    'Im Ordner der Bibliothek fehlt 1 von {{total}} Fotodateien.',
  '{{count}} of {{total}} photo files are missing from the library folder._other':
    'Im Ordner der Bibliothek fehlen {{count}} von {{total}} Fotodateien.',
  'Nothing was deleted from the record. Import these photos again from where they came from: Stipple puts each file back in its place. Or restore a backup.':
    'Aus der Aufzeichnung wurde nichts gelöscht. Diese Fotos noch einmal von ihrem Ursprung importieren: Stipple legt jede Datei an ihren Platz zurück. Oder eine Sicherung wiederherstellen.',
  '{{count}} photo files changed on the disk after import._one':
    '1 Fotodatei hat sich seit dem Import auf der Festplatte verändert.',
  '{{count}} photo files changed on the disk after import._other':
    '{{count}} Fotodateien haben sich seit dem Import auf der Festplatte verändert.',
  'The disk may be failing: back up to another drive soon. Import these photos again, and Stipple replaces the damaged files; or restore a backup.':
    'Vielleicht geht die Festplatte kaputt: bald auf ein anderes Laufwerk sichern. Diese Fotos noch einmal importieren, dann ersetzt Stipple die beschädigten Dateien; oder eine Sicherung wiederherstellen.',
  'All {{count}} photo files are where they belong._one': 'Die einzige Fotodatei ist an ihrem Platz.',
  'All {{count}} photo files are where they belong._other': 'Alle {{count}} Fotodateien sind an ihrem Platz.',
  'The only form or document is missing from the library folder.':
    'Das einzige Formular oder Dokument fehlt im Ordner der Bibliothek.',
  '{{count}} of {{total}} forms and documents are missing from the library folder._one':
    'Im Ordner der Bibliothek fehlt 1 von {{total}} Formularen und Dokumenten.',
  '{{count}} of {{total}} forms and documents are missing from the library folder._other':
    'Im Ordner der Bibliothek fehlen {{count}} von {{total}} Formularen und Dokumenten.',
  'Nothing was deleted from the record. Add the same files again in the records of the client: Stipple puts each back in its place. Or restore a backup.':
    'Aus der Aufzeichnung wurde nichts gelöscht. Dieselben Dateien in der Akte des Kunden noch einmal hinzufügen: Stipple legt jede an ihren Platz zurück. Oder eine Sicherung wiederherstellen.',
  '{{count}} forms and documents changed on the disk after they were added._one':
    '1 Formular oder Dokument hat sich seit dem Hinzufügen auf der Festplatte verändert.',
  '{{count}} forms and documents changed on the disk after they were added._other':
    '{{count}} Formulare und Dokumente haben sich seit dem Hinzufügen auf der Festplatte verändert.',
  'The disk may be failing: back up to another drive soon. Add the same files again in the records of the client, and Stipple replaces the damaged ones; or restore a backup.':
    'Vielleicht geht die Festplatte kaputt: bald auf ein anderes Laufwerk sichern. Dieselben Dateien in der Akte des Kunden noch einmal hinzufügen, dann ersetzt Stipple die beschädigten; oder eine Sicherung wiederherstellen.',
  'All {{count}} forms and documents are where they belong._one':
    'Das einzige Formular oder Dokument ist an seinem Platz.',
  'All {{count}} forms and documents are where they belong._other':
    'Alle {{count}} Formulare und Dokumente sind an ihrem Platz.',
  'No file was read again yet; Stipple begins a minute after its start.':
    'Noch keine Datei wurde gegengelesen; Stipple beginnt eine Minute nach dem Start.',
  'All {{count}} photos and documents were last checked on {{moment}}._one':
    'Das einzige Foto oder Dokument wurde zuletzt am {{moment}} geprüft.',
  'All {{count}} photos and documents were last checked on {{moment}}._other':
    'Alle {{count}} Fotos und Dokumente wurden zuletzt am {{moment}} geprüft.',
  'All {{count}} photos were last checked on {{moment}}._one': 'Das einzige Foto wurde zuletzt am {{moment}} geprüft.',
  'All {{count}} photos were last checked on {{moment}}._other':
    'Alle {{count}} Fotos wurden zuletzt am {{moment}} geprüft.',
  'In the background, the only file was last read on {{moment}}.':
    'Im Hintergrund wurde die einzige Datei zuletzt am {{moment}} gelesen.',
  'In the background, {{count}} of {{total}} photos and documents were last read on {{moment}}._one':
    'Im Hintergrund zuletzt gelesen am {{moment}}: 1 von {{total}} Fotos und Dokumenten.',
  'In the background, {{count}} of {{total}} photos and documents were last read on {{moment}}._other':
    'Im Hintergrund zuletzt gelesen am {{moment}}: {{count}} von {{total}} Fotos und Dokumenten.',
  'In the background, {{count}} of {{total}} photos were last read on {{moment}}._one':
    'Im Hintergrund zuletzt gelesen am {{moment}}: 1 von {{total}} Fotos.',
  'In the background, {{count}} of {{total}} photos were last read on {{moment}}._other':
    'Im Hintergrund zuletzt gelesen am {{moment}}: {{count}} von {{total}} Fotos.',
  '{{day}}: {{count}} files that belong to no photo or document. Kept in the library’s quarantine folder at least until {{until}}, and never deleted by Stipple._one':
    '{{day}}: 1 Datei, die zu keinem Foto oder Dokument gehört. Sie bleibt mindestens bis {{until}} im Quarantäne-Ordner der Bibliothek und wird von Stipple nie gelöscht.',
  '{{day}}: {{count}} files that belong to no photo or document. Kept in the library’s quarantine folder at least until {{until}}, and never deleted by Stipple._other':
    '{{day}}: {{count}} Dateien, die zu keinem Foto oder Dokument gehören. Sie bleiben mindestens bis {{until}} im Quarantäne-Ordner der Bibliothek und werden von Stipple nie gelöscht.',
  'This happens when Stipple is cut off while it saves photos. If photos of that day are missing, import them again.':
    'Das geschieht, wenn Stipple beim Speichern von Fotos unterbrochen wird. Fehlen Fotos von diesem Tag, sie noch einmal importieren.',
  '{{day}}: a change that was only half written when Stipple was cut off. Everything before it is here.':
    '{{day}}: eine Änderung, die nur halb geschrieben war, als Stipple unterbrochen wurde. Alles davor ist da.',
  'Look whether the last change before that day is there, and make it again if it isn’t.':
    'Nachsehen, ob die letzte Änderung vor diesem Tag da ist; wenn nicht, sie noch einmal machen.',
  '{{moment}}: the whole library as it was before a backup was restored. It is kept beside the library and removed after {{day}}.':
    '{{moment}}: die ganze Bibliothek, wie sie vor dem Wiederherstellen einer Sicherung war. Sie liegt neben der Bibliothek und wird nach dem {{day}} entfernt.',
  'Whoever was erased since is erased there, too. Restore a backup, or import again, what you miss before that day.':
    'Wer seither gelöscht wurde, ist auch dort gelöscht. Was fehlt, vor diesem Tag aus einer Sicherung wiederherstellen oder noch einmal importieren.',
  '{{size}} are free on the library’s disk.': 'Auf der Festplatte der Bibliothek sind {{size}} frei.',
  'Photos can’t be imported with less than 2 GB. Empty the trash, or move large files elsewhere.':
    'Unter 2 GB lassen sich keine Fotos importieren. Den Papierkorb leeren oder große Dateien anderswohin verschieben.',
  'This library was never backed up.': 'Diese Bibliothek wurde noch nie gesichert.',
  'Back it up to an external drive: if this computer is lost or its disk fails, the photos are gone.':
    'Auf ein externes Laufwerk sichern: Geht dieser Computer verloren oder seine Festplatte kaputt, sind die Fotos weg.',
  'It is more than a week old, and the library has changed since: back up again.':
    'Sie ist über eine Woche alt, und die Bibliothek hat sich seither geändert: noch einmal sichern.',
  'It can’t be reached now: connect the drive on which it stands before the next backup.':
    'Sie ist jetzt nicht erreichbar: vor der nächsten Sicherung das Laufwerk anschließen, auf dem sie liegt.',
  'Last backup on {{moment}}: “{{fileName}}”, {{size}}, read again and found whole.':
    'Letzte Sicherung am {{moment}}: „{{fileName}}“, {{size}}, gegengelesen und vollständig.',
  'Last backup on {{moment}}: “{{fileName}}”, {{size}}.': 'Letzte Sicherung am {{moment}}: „{{fileName}}“, {{size}}.',
  'All of it was last read on {{moment}}.': 'Ganz gelesen wurde sie zuletzt am {{moment}}.',
  'The test on {{moment}} failed: {{problem}}.': 'Die Probe am {{moment}} ist gescheitert: {{problem}}.',
  'Make a new backup on another drive.': 'Eine neue Sicherung auf einem anderen Laufwerk machen.',
  'Unpacked as a test on {{moment}}: everything was there.': 'Zur Probe ausgepackt am {{moment}}: Alles war da.',
  'It was made while {{count}} photo files were missing or damaged._one':
    'Als sie entstand, fehlte 1 Fotodatei oder war beschädigt.',
  'It was made while {{count}} photo files were missing or damaged._other':
    'Als sie entstand, fehlten {{count}} Fotodateien oder waren beschädigt.',
  'Keep an older backup that still has them.': 'Eine ältere Sicherung behalten, in der sie noch sind.',
  'It stands on the same disk as the library.': 'Sie liegt auf derselben Festplatte wie die Bibliothek.',
  'When this disk fails, both are gone. Back up to an external drive as well.':
    'Geht diese Festplatte kaputt, ist beides weg. Auch auf ein externes Laufwerk sichern.',
  'Everything is in order.': 'Alles ist in Ordnung.',
  '{{count}} things need your attention._one': 'Eine Sache ist zu erledigen.',
  '{{count}} things need your attention._other': '{{count}} Dinge sind zu erledigen.',
  'The last backup is older than the recovery key, which doesn’t open it.':
    'Die letzte Sicherung ist älter als der Wiederherstellungsschlüssel; er öffnet sie nicht.',
  'Back up again.': 'Noch einmal sichern.',
  'The library opens by its passphrase only. It locks at start, after ten minutes without a touch, and when the screen is locked or the computer goes to sleep.':
    'Die Bibliothek öffnet sich nur mit ihrer Passphrase. Gesperrt ist sie beim Start, nach zehn Minuten ohne Eingabe und wenn der Bildschirm gesperrt wird oder der Computer schläft.',
  'There is no passphrase: whoever uses this computer under your name can open the library.':
    'Es gibt keine Passphrase: Wer diesen Computer unter demselben Benutzer verwendet, kann die Bibliothek öffnen.',
  'Its key is sealed by the system’s keychain.': 'Ihr Schlüssel ist vom Schlüsselbund des Systems geschützt.',
  'Set a passphrase if others work on this computer.':
    'Eine Passphrase festlegen, wenn auch andere an diesem Computer arbeiten.',
  'Its key lies in a plain file, since this computer has no keychain: whoever gets the disk can open it, too.':
    'Ihr Schlüssel liegt in einer offenen Datei, denn dieser Computer hat keinen Schlüsselbund: Auch wer die Festplatte bekommt, kann sie öffnen.',
  'Set a passphrase. Encrypt the computer’s disk as well (BitLocker, FileVault, LUKS).':
    'Eine Passphrase festlegen. Auch die Festplatte des Computers verschlüsseln (BitLocker, FileVault, LUKS).',
  'There is a recovery key, made on {{moment}}: with it, the library and its backups open on any computer. Keep its paper away from this one.':
    'Es gibt einen Wiederherstellungsschlüssel vom {{moment}}: Mit ihm öffnen sich die Bibliothek und ihre Sicherungen auf jedem Computer. Das Papier nicht bei diesem aufbewahren.',
  'There is no recovery key. With the first photos of your own one is needed.':
    'Es gibt keinen Wiederherstellungsschlüssel. Mit den ersten eigenen Fotos wird einer nötig.',
  'There is no recovery key. If this computer breaks or is replaced, neither the library nor its backups can be opened any more.':
    'Es gibt keinen Wiederherstellungsschlüssel. Geht dieser Computer kaputt oder wird ersetzt, lassen sich weder die Bibliothek noch ihre Sicherungen öffnen.',
  'Make one and keep it on paper. It takes a minute.':
    'Einen erstellen und auf Papier aufbewahren. Das dauert eine Minute.',
  'Lock now': 'Jetzt sperren',
  Keys: 'Schlüssel',
  'Keys can’t be made or changed while the library can only be looked at: restore it from a backup first.':
    'Solange sich die Bibliothek nur ansehen lässt, können Schlüssel weder erstellt noch geändert werden: zuerst aus einer Sicherung wiederherstellen.',
  'Make a new recovery key…': 'Neuen Wiederherstellungsschlüssel erstellen …',
  'Change passphrase…': 'Passphrase ändern …',
  'Remove passphrase…': 'Passphrase entfernen …',
  'Set a passphrase…': 'Passphrase festlegen …',
  'A passphrase can be set once there is a recovery key, in case it is forgotten.':
    'Eine Passphrase lässt sich festlegen, sobald es für den Fall des Vergessens einen Wiederherstellungsschlüssel gibt.',
  'The recovery key is kept. Make a new backup, which it opens':
    'Der Wiederherstellungsschlüssel gilt. Jetzt eine neue Sicherung machen, die er öffnet',
  'Set a passphrase': 'Passphrase festlegen',
  'Set passphrase': 'Passphrase festlegen',
  'The passphrase is set': 'Die Passphrase ist festgelegt',
  'Change the passphrase': 'Passphrase ändern',
  'Change passphrase': 'Passphrase ändern',
  'The passphrase is changed': 'Die Passphrase ist geändert',
  'Remove the passphrase': 'Passphrase entfernen',
  'Remove passphrase': 'Passphrase entfernen',
  'The passphrase is removed': 'Die Passphrase ist entfernt',
  'Present passphrase': 'Bisherige Passphrase',
  'New passphrase': 'Neue Passphrase',
  'At least 8 characters; three or four words that don’t belong together are easy to keep and hard to guess.':
    'Mindestens 8 Zeichen; drei oder vier Wörter, die nicht zusammengehören, sind leicht zu merken und schwer zu erraten.',
  'At least 8 characters': 'Mindestens 8 Zeichen',
  'New passphrase again': 'Neue Passphrase noch einmal',
  'Not the same': 'Nicht dieselbe',
  'Stipple then asks for it at start, after ten minutes without a touch, and when the computer was locked or asleep. Backups made until now then open by the recovery key only: make a new one.':
    'Stipple fragt dann danach: beim Start, nach zehn Minuten ohne Eingabe und wenn der Computer gesperrt war oder schlief. Bisherige Sicherungen öffnet dann nur noch der Wiederherstellungsschlüssel: eine neue machen.',
  'Whoever uses this computer under your name can then open the library, and it doesn’t lock any more.':
    'Wer diesen Computer unter demselben Benutzer verwendet, kann dann die Bibliothek öffnen, und sie wird nicht mehr gesperrt.',
  'Opens the library and its backups on any computer. Whoever has it can see every client: keep it locked away, not at this computer.':
    'Öffnet die Bibliothek und ihre Sicherungen auf jedem Computer. Wer ihn hat, kann alle Kunden sehen: verschlossen aufbewahren, nicht bei diesem Computer.',
  'Stipple recovery key': 'Wiederherstellungsschlüssel für Stipple',
  'Your recovery key': 'Der Wiederherstellungsschlüssel',
  'Keep this key': 'Diesen Schlüssel verwenden',
  'Write it on paper or print it. It is shown only now. Zero and O, one and I are read the same.':
    'Auf Papier schreiben oder drucken. Er wird nur jetzt gezeigt. Null und O, eins und I gelten als gleich.',
  'The earlier key then no longer opens the library; backups made until now still ask for it.':
    'Der frühere Schlüssel öffnet dann die Bibliothek nicht mehr; bisherige Sicherungen brauchen ihn weiterhin.',
  'Print…': 'Drucken …',
  'The last group, from your paper': 'Die letzte Gruppe, vom Papier',
  'Restore from a backup…': 'Aus einer Sicherung wiederherstellen …',
  'Restore this backup?': 'Diese Sicherung wiederherstellen?',
  '“{{fileName}}” was made on {{moment}}. It holds {{clients}} and {{photos}}, {{size}}.':
    '„{{fileName}}“ entstand am {{moment}}. Darin: {{clients}} und {{photos}}, {{size}}.',
  'When it was made, {{count}} photo files of these were missing or damaged._one':
    'Als sie entstand, fehlte davon 1 Fotodatei oder war beschädigt.',
  'When it was made, {{count}} photo files of these were missing or damaged._other':
    'Als sie entstand, fehlten davon {{count}} Fotodateien oder waren beschädigt.',
  'It takes the place of the present library. What you changed after the backup isn’t in it. The present library is kept beside it for 30 days. Clients who were erased here stay erased. Then Stipple starts again.':
    'Sie tritt an die Stelle der jetzigen Bibliothek. Was nach der Sicherung geändert wurde, ist nicht darin. Die jetzige Bibliothek bleibt 30 Tage daneben liegen. Hier gelöschte Kunden bleiben gelöscht. Danach startet Stipple neu.',
  'Not restored': 'Nicht wiederhergestellt',
  Restoring: 'Wiederherstellen',
  'Restored. Stipple starts again…': 'Wiederhergestellt. Stipple startet neu …',
  'Restore this backup': 'Diese Sicherung wiederherstellen',
  'The library’s record is damaged.': 'Die Aufzeichnung der Bibliothek ist beschädigt.',
  'The library couldn’t be looked at': 'Die Bibliothek ließ sich nicht prüfen',
  'Looking at the library': 'Die Bibliothek wird geprüft',
  'Set aside': 'Beiseitegelegt',
  'Nothing had to be set aside.': 'Es musste nichts beiseitegelegt werden.',
  'Disk space': 'Speicherplatz',
  '{{count}} files read again_one': '1 Datei gegengelesen',
  '{{count}} files read again_other': '{{count}} Dateien gegengelesen',
  'Photos and documents': 'Fotos und Dokumente',
  'While the library can only be looked at, no file is read again. Once it is restored, all files can be checked here.':
    'Solange sich die Bibliothek nur ansehen lässt, wird keine Datei gegengelesen. Nach dem Wiederherstellen lassen sich hier alle Dateien prüfen.',
  'Every day that Stipple runs, it reads a thirtieth of these files again and compares each with what it was at import.':
    'An jedem Tag, an dem Stipple läuft, liest es ein Dreißigstel dieser Dateien und vergleicht jede mit ihrem Stand beim Import.',
  'Checking the photos and documents': 'Fotos und Dokumente werden geprüft',
  'Checking the photos': 'Fotos werden geprüft',
  'Check all now': 'Jetzt alle prüfen',
  Backup: 'Sicherung',
  'A damaged library isn’t backed up: restore a backup that was made before the damage.':
    'Eine beschädigte Bibliothek wird nicht gesichert: eine Sicherung von vor dem Schaden wiederherstellen.',
  'Not backed up': 'Nicht gesichert',
  'Back up elsewhere…': 'Anderswohin sichern …',
}
