/** Playing a video. */
export const videoGerman: Readonly<Record<string, string>> = {
  Video: 'Video',
  'Video, no sound': 'Video, ohne Ton',
  'Back to the series': 'Zurück zur Übersicht',
  'Take this frame as a photo': 'Dieses Bild als Foto nehmen',
  'The photo stands beside this video on the board': 'Das Foto steht dann in der Übersicht neben diesem Video',
  'The photo stands under “Not filed yet”': 'Das Foto steht dann unter „Noch nicht einsortiert“',
  'Frame at {{time}} taken as a photo': 'Bild bei {{time}} als Foto genommen',
  'The frame at {{time}} is a photo already': 'Das Bild bei {{time}} ist schon ein Foto',
  'Frame of {{photo}}': 'Bild aus {{photo}}',
  Playing: 'Wiedergabe',
  'One frame back': 'Ein Bild zurück',
  Play: 'Abspielen',
  'One frame on': 'Ein Bild weiter',
  'Place in the video': 'Stelle im Video',
  '{{time}} of {{end}}': '{{time}} von {{end}}',
  'Space plays and stops, the arrow keys go frame by frame, with Shift by a second.':
    'Leertaste spielt ab und hält an, die Pfeiltasten gehen Bild für Bild, mit Umschalt um eine Sekunde.',
  'This video can’t be played here': 'Dieses Video lässt sich hier nicht abspielen',
  'The file is kept as it is. To look at it here, send it from the phone or camera as H.264 (“most compatible”) and import that copy.':
    'Die Datei bleibt, wie sie ist. Um sie hier anzusehen, vom Telefon oder von der Kamera als H.264 („Maximale Kompatibilität“) senden und diese Kopie importieren.',
  'This video can’t be read.': 'Dieses Video ist nicht lesbar.',
  'This place of the video can’t be decoded.': 'Diese Stelle des Videos lässt sich nicht dekodieren.',
  'There is no frame at this place of the video.': 'An dieser Stelle des Videos gibt es kein Bild.',
  'It is coded in {{codec}}, which this computer can’t play.':
    'Es ist in {{codec}} kodiert, was dieser Computer nicht abspielen kann.',
  'It is coded in a coding that Stipple doesn’t know, which this computer can’t play.':
    'Es ist in einer Kodierung, die Stipple nicht kennt und dieser Computer nicht abspielen kann.',
}
