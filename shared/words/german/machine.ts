/** Why something fails on the disk or in a file, and the dialogs of the system. */
export const machineGerman: Readonly<Record<string, string>> = {
  'Only the first {{percent}} % of this picture can be read.':
    'Nur die ersten {{percent}} % dieses Bildes sind lesbar.',
  'It has {{widthPx}} × {{heightPx}} pixels ({{megapixels}} megapixels).':
    'Es hat {{widthPx}} × {{heightPx}} Pixel ({{megapixels}} Megapixel).',
  'It has more than 80 megapixels.': 'Es hat mehr als 80 Megapixel.',
  'The file has {{megabytes}} MB.': 'Die Datei hat {{megabytes}} MB.',
  'Reading camera RAW files takes Perl, which this computer lacks. Install it (on Debian and Ubuntu: sudo apt install perl), then import the file again.':
    'Das Lesen von Kamera-RAW-Dateien braucht Perl, das auf diesem Computer fehlt. Installieren (unter Debian und Ubuntu: sudo apt install perl), dann die Datei noch einmal importieren.',
  'This camera RAW file can’t be read.': 'Diese Kamera-RAW-Datei ist nicht lesbar.',
  'This camera RAW file holds only a preview of {{widthPx}} × {{heightPx}} pixels. Export it as a JPEG and import that.':
    'Diese Kamera-RAW-Datei enthält nur eine Vorschau von {{widthPx}} × {{heightPx}} Pixeln. Als JPEG exportieren und dieses importieren.',
  'This camera RAW file holds no preview picture. Export it as a JPEG and import that.':
    'Diese Kamera-RAW-Datei enthält kein Vorschaubild. Als JPEG exportieren und dieses importieren.',
  'This {{format}} can’t be decoded.': 'Dieses Bild ({{format}}) lässt sich nicht dekodieren.',
  'This video can’t be read: it is damaged, or was cut off.':
    'Dieses Video ist nicht lesbar: Es ist beschädigt oder wurde abgeschnitten.',
  'This is {{kind}}. Stipple reads JPEG, PNG, WebP, TIFF, AVIF, HEIC, camera RAW, and the videos MP4, MOV and WebM.':
    'Das ist {{kind}}. Stipple liest JPEG, PNG, WebP, TIFF, AVIF, HEIC, Kamera-RAW und die Videos MP4, MOV und WebM.',
  'a GIF': 'ein GIF',
  'a BMP': 'ein BMP',
  'a PDF': 'ein PDF',
  'a Photoshop document': 'ein Photoshop-Dokument',
  'a JPEG XL': 'ein JPEG XL',
  'a JPEG 2000': 'ein JPEG 2000',
  'a JPEG XR': 'ein JPEG XR',
  'an OpenEXR picture': 'ein OpenEXR-Bild',
  'a Windows icon': 'ein Windows-Symbol',
  'a ZIP archive': 'ein ZIP-Archiv',
  'a video of a kind that Stipple doesn’t read (AVI)': 'ein Video einer Art, die Stipple nicht liest (AVI)',
  'a video of a kind that Stipple doesn’t read (MPEG)': 'ein Video einer Art, die Stipple nicht liest (MPEG)',
  'a video of a kind that Stipple doesn’t read (Matroska)': 'ein Video einer Art, die Stipple nicht liest (Matroska)',
  'an empty file': 'eine leere Datei',
  'a HEIF of a rare kind': 'ein HEIF seltener Art',
  'a sound recording': 'eine Tonaufnahme',
  'a kind of file that Stipple doesn’t know': 'eine Art von Datei, die Stipple nicht kennt',
  'an SVG': 'ein SVG',
  'a web page': 'eine Webseite',
  'a text file': 'eine Textdatei',
  'a video': 'ein Video',
  'The drive didn’t keep what was written to it. Use another drive.':
    'Das Laufwerk hat nicht behalten, was geschrieben wurde. Ein anderes Laufwerk nehmen.',
  'There is no second screen. Connect one, or present here.':
    'Es gibt keinen zweiten Bildschirm. Einen anschließen oder hier vorführen.',
  'The library is still being opened.': 'Die Bibliothek wird noch geöffnet.',
  'This library comes from an older Stipple and has to be encrypted once. For that {{needed}} must be free on its disk; {{free}} are. Nothing was changed. Free some space, then try again.':
    'Diese Bibliothek stammt von einem älteren Stipple und muss einmal verschlüsselt werden. Dafür müssen auf ihrer Festplatte {{needed}} frei sein; es sind {{free}}. Es wurde nichts geändert. Platz schaffen, dann noch einmal versuchen.',
  'Stipple backup {{day}}': 'Stipple-Sicherung {{day}}',
  'Import photos and videos': 'Fotos und Videos importieren',
  'Import a folder of photos and videos': 'Einen Ordner mit Fotos und Videos importieren',
  'This file was not offered. Drop it again.': 'Diese Datei wurde nicht angeboten. Noch einmal hereinziehen.',
  'To import {{batch}} of photos, {{needed}} must be free on the library’s disk; {{free}} are. Nothing was imported. Free some space, then try again.':
    'Um {{batch}} an Fotos zu importieren, müssen auf der Festplatte der Bibliothek {{needed}} frei sein; es sind {{free}}. Es wurde nichts importiert. Platz schaffen, dann noch einmal versuchen.',
  'A photo is no longer waiting to be saved. Drop the files again.':
    'Ein Foto wartet nicht mehr auf das Speichern. Die Dateien noch einmal hereinziehen.',
  'It is not an ordinary file.': 'Das ist keine gewöhnliche Datei.',
  'The file is empty.': 'Die Datei ist leer.',
  'The file is larger than 4 GB.': 'Die Datei ist größer als 4 GB.',
  'It is a link to another file.': 'Das ist ein Verweis auf eine andere Datei.',
  'It isn’t there any more.': 'Sie ist nicht mehr da.',
  'The copy is not complete.': 'Die Kopie ist nicht vollständig.',
  'Choose the hot folder': 'Überwachten Ordner wählen',
  'Stipple’s own library is in this folder or around it. Choose the folder into which the camera or the phone saves its photos.':
    'Stipples eigene Bibliothek liegt in diesem Ordner oder um ihn herum. Den Ordner wählen, in den Kamera oder Telefon ihre Fotos speichern.',
  'This folder holds more than 50,000 files. Choose the folder into which the camera or the phone saves its photos.':
    'Dieser Ordner enthält mehr als 50.000 Dateien. Den Ordner wählen, in den Kamera oder Telefon ihre Fotos speichern.',
  'This folder can’t be read. Check the drive and its permissions.':
    'Dieser Ordner ist nicht lesbar. Laufwerk und Zugriffsrechte prüfen.',
  'Save a copy': 'Kopie speichern',
  'A plain copy can’t stand inside the library itself. Choose another folder.':
    'Eine Kopie kann nicht in der Bibliothek selbst liegen. Einen anderen Ordner wählen.',
  '{{needed}} must be free on the library’s disk; {{free}} are. Free some space, then try again.':
    'Auf der Festplatte der Bibliothek müssen {{needed}} frei sein; es sind {{free}}. Platz schaffen, dann noch einmal versuchen.',
  'The file is larger than 100 MB.': 'Die Datei ist größer als 100 MB.',
  'The file of “{{title}}” was damaged on the library’s disk. Attach it again, or restore a backup.':
    'Die Datei von „{{title}}“ wurde auf der Festplatte der Bibliothek beschädigt. Noch einmal anhängen oder eine Sicherung wiederherstellen.',
  'The file was damaged or exchanged on its disk. Import the photo again.':
    'Die Datei wurde auf der Festplatte beschädigt oder vertauscht. Das Foto noch einmal importieren.',
  'Save picture': 'Bild speichern',
  'JPEG picture': 'JPEG-Bild',
  'PNG picture': 'PNG-Bild',
  'Unknown client': 'Unbekannter Kunde',
  'This client is not in the trash.': 'Dieser Kunde ist nicht im Papierkorb.',
  'A photo is not in the trash any more.': 'Ein Foto ist nicht mehr im Papierkorb.',
  'The client is gone from the library, but the disk refused to remove all files. Stipple goes on with it within the hour, and at its next start.':
    'Der Kunde ist aus der Bibliothek gelöscht, aber die Festplatte hat nicht alle Dateien entfernt. Stipple macht damit innerhalb einer Stunde und beim nächsten Start weiter.',
  'This is to be kept until {{day}}.': 'Das ist bis {{day}} aufzubewahren.',
  'This client was erased.': 'Dieser Kunde wurde gelöscht.',
  'Stipple backup': 'Stipple-Sicherung',
  'Back up the library': 'Bibliothek sichern',
  'Restore from a backup': 'Aus einer Sicherung wiederherstellen',
  'There is no backup yet. Choose a place.': 'Es gibt noch keine Sicherung. Einen Ort wählen.',
  'The place of the last backup can’t be reached. Connect the drive, or choose another place.':
    'Der Ort der letzten Sicherung ist nicht erreichbar. Das Laufwerk anschließen oder einen anderen Ort wählen.',
  'it is damaged': 'sie ist beschädigt',
  'Another backup or check is running. Wait until it is done.':
    'Eine andere Sicherung oder Prüfung läuft. Warten, bis sie fertig ist.',
  'The library changed while it was backed up. Start the backup again.':
    'Die Bibliothek hat sich während der Sicherung geändert. Die Sicherung noch einmal starten.',
  'This file isn’t a Stipple backup.': 'Diese Datei ist keine Stipple-Sicherung.',
  'This file is the backup of another library, or of changes that this library doesn’t have.':
    'Diese Datei ist die Sicherung einer anderen Bibliothek oder von Änderungen, die diese Bibliothek nicht hat.',
  'It was left as it is; choose another name.': 'Sie bleibt, wie sie ist; einen anderen Namen wählen.',
  'A file in the library is larger than 8 GB. No backup can hold it.':
    'Eine Datei in der Bibliothek ist größer als 8 GB. Keine Sicherung kann sie aufnehmen.',
  'The drive didn’t keep what was written to it, so no backup was made. Use another drive.':
    'Das Laufwerk hat nicht behalten, was geschrieben wurde; es entstand keine Sicherung. Ein anderes Laufwerk nehmen.',
  'A backup can’t stand inside the library itself. Choose another folder.':
    'Eine Sicherung kann nicht in der Bibliothek selbst liegen. Einen anderen Ordner wählen.',
  'The backup needs {{needed}}, but only {{free}} are free on that drive. The backup that was there before, if any, is unchanged.':
    'Die Sicherung braucht {{needed}}, aber auf diesem Laufwerk sind nur {{free}} frei. Eine frühere Sicherung dort ist unverändert.',
  'This drive takes no file larger than 4 GB (FAT32). Format it as exFAT, or choose another drive.':
    'Dieses Laufwerk nimmt keine Datei über 4 GB (FAT32). Als exFAT formatieren oder ein anderes Laufwerk wählen.',
  'This backup was not chosen. Choose it again.': 'Diese Sicherung wurde nicht gewählt. Noch einmal wählen.',
  'A backup is being restored already.': 'Es wird schon eine Sicherung wiederhergestellt.',
  'A backup is only restored into an empty folder.':
    'Eine Sicherung wird nur in einen leeren Ordner wiederhergestellt.',
  'A library was kept this very second. Try again.':
    'In dieser Sekunde wurde schon eine Bibliothek beiseitegelegt. Noch einmal versuchen.',
  'To unpack this backup {{needed}} are needed, but only {{free}} are free. Nothing was changed; free some space, then try again.':
    'Zum Auspacken dieser Sicherung sind {{needed}} nötig, aber nur {{free}} frei. Es wurde nichts geändert; Platz schaffen, dann noch einmal versuchen.',
  'The backup is whole, but could not be put in place.':
    'Die Sicherung ist vollständig, ließ sich aber nicht einsetzen.',
  'The disk refused it.': 'Die Festplatte hat es abgelehnt.',
  'Your library is as it was. Stipple starts again.': 'Die Bibliothek ist wie zuvor. Stipple startet neu.',
  'the file isn’t there any more': 'die Datei ist nicht mehr da',
  'it isn’t an ordinary file': 'sie ist keine gewöhnliche Datei',
  'it isn’t a Stipple backup, or its beginning is damaged':
    'sie ist keine Stipple-Sicherung, oder ihr Anfang ist beschädigt',
  'it isn’t whole: its end is missing or was changed': 'sie ist nicht vollständig: ihr Ende fehlt oder wurde geändert',
  'its list of files was changed': 'ihre Dateiliste wurde geändert',
  'its list of files can’t be read': 'ihre Dateiliste ist nicht lesbar',
  'it holds a file that doesn’t belong in a library': 'sie enthält eine Datei, die nicht in eine Bibliothek gehört',
  'its files are out of order or come twice': 'ihre Dateien stehen durcheinander oder doppelt darin',
  'one of its files stands where a folder should be': 'eine ihrer Dateien steht, wo ein Ordner sein sollte',
  'it is shorter or longer than its list of files says': 'sie ist kürzer oder länger, als ihre Dateiliste sagt',
  'the files in it aren’t those of its list': 'ihre Dateien sind nicht die ihrer Liste',
  'a file in it was damaged or changed': 'eine Datei darin wurde beschädigt oder geändert',
  'it was changed between its files': 'sie wurde zwischen ihren Dateien geändert',
  'the record in it is damaged': 'die Aufzeichnung darin ist beschädigt',
  'the record in it doesn’t end where it should': 'die Aufzeichnung darin endet nicht, wo sie sollte',
  'format.json is not that of a Stipple library': 'format.json gehört nicht zu einer Stipple-Bibliothek',
  'format.json can’t be read': 'format.json ist nicht lesbar',
  'its keys are missing': 'ihre Schlüssel fehlen',
  'its record is cut short': 'ihre Aufzeichnung ist abgeschnitten',
  'its record is missing': 'ihre Aufzeichnung fehlt',
  'a record makes no sense': 'ein Eintrag ergibt keinen Sinn',
  'keys.json is gone': 'keys.json fehlt',
  'keys.json can’t be read': 'keys.json ist nicht lesbar',
  'keys.json makes no sense': 'keys.json ergibt keinen Sinn',
  'a key in keys.json doesn’t open': 'ein Schlüssel in keys.json lässt sich nicht öffnen',
  'the record of its photos is gone': 'die Aufzeichnung ihrer Fotos fehlt',
  'a record can’t be opened': 'ein Eintrag lässt sich nicht öffnen',
  'the key to a part of it is gone': 'der Schlüssel zu einem Teil davon fehlt',
  'a record says something that makes no sense': 'ein Eintrag sagt etwas Unsinniges',
  'a record can’t be read': 'ein Eintrag ist nicht lesbar',
  'the end of a record is lost': 'das Ende eines Eintrags fehlt',
  'a record is missing or out of order': 'ein Eintrag fehlt oder steht falsch',
  '{{what}} after record {{number}}': '{{what}} nach Eintrag {{number}}',
  'the end is missing after record {{number}}': 'nach Eintrag {{number}} fehlt das Ende',
  'The library was changed meanwhile. Restart Stipple.':
    'Die Bibliothek wurde inzwischen geändert. Stipple neu starten.',
  'The library is closed.': 'Die Bibliothek ist geschlossen.',
  'Make a recovery key first: a forgotten passphrase would lose every photo.':
    'Zuerst einen Wiederherstellungsschlüssel erstellen: mit einer vergessenen Passphrase wäre jedes Foto verloren.',
  'That isn’t the last group of the key. Compare it with your paper.':
    'Das ist nicht die letzte Gruppe des Schlüssels. Mit dem Papier vergleichen.',
  'Sample client': 'Max Muster',
  'Only Stipple’s own window may ask.': 'Nur Stipples eigenes Fenster darf fragen.',
}
