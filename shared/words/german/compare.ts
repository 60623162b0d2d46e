/** Comparing photos. */
export const compareGerman: Readonly<Record<string, string>> = {
  'How the photos are shown': 'Wie die Fotos gezeigt werden',
  'Side by side': 'Nebeneinander',
  Slider: 'Schieber',
  Overlay: 'Überlagern',
  'Reference: {{caption}}': 'Referenz: {{caption}}',
  'Compared: {{caption}}': 'Verglichen: {{caption}}',
  'Slider: {{reference}} and {{moving}}': 'Schieber: {{reference}} und {{moving}}',
  'Split between {{reference}} and {{moving}}': 'Teilung zwischen {{reference}} und {{moving}}',
  'Overlay: {{reference}} and {{moving}}': 'Überlagert: {{reference}} und {{moving}}',
  'Overlay: more of the baseline': 'Überlagern: mehr vom Ausgangsfoto',
  'Overlay: more of the compared photo': 'Überlagern: mehr vom verglichenen Foto',
  'Rigid only': 'Nur starr',
  'Show bending': 'Verbiegung',
  Stages: 'Stadien',
  'Previous stage': 'Voriges Stadium',
  'Next stage': 'Nächstes Stadium',
  Zoom: 'Vergrößerung',
  'Zoom in': 'Vergrößern',
  'Zoom out': 'Verkleinern',
  'Show the whole photo': 'Das ganze Foto zeigen',
  'One photo pixel on one screen pixel': 'Ein Fotopixel auf einem Bildschirmpixel',
  '{{reference}} and {{moving}}': '{{reference}} und {{moving}}',
  'Adjust…': 'Anpassen …',
  'Export…': 'Exportieren …',
  'Place landmarks first: photos that aren’t aligned can’t be laid over each other.':
    'Erst Landmarken setzen: Fotos, die nicht ausgerichtet sind, lassen sich nicht übereinanderlegen.',
  'Wait until the photos are aligned.': 'Einen Moment: Die Fotos werden noch ausgerichtet.',
  'Align the photos first: photos that aren’t aligned can’t be laid over each other.':
    'Die Fotos erst ausrichten: Was nicht ausgerichtet ist, lässt sich nicht übereinanderlegen.',
  'Light is matched between two photos.': 'Licht wird zwischen zwei Fotos angeglichen.',
  Alignment: 'Ausrichtung',
  'By hand': 'Von Hand',
  'Aligning…': 'Wird ausgerichtet …',
  'Not aligned': 'Nicht ausgerichtet',
  Aligned: 'Ausgerichtet',
  'Check the alignment': 'Ausrichtung prüfen',
  'Needs landmarks': 'Braucht Landmarken',
  '{{text}}: show why': '{{text}}: Gründe zeigen',
  'Not aligned: each photo is shown in its own frame.':
    'Nicht ausgerichtet: Jedes Foto steht in seinem eigenen Rahmen.',
  'Align now': 'Jetzt ausrichten',
  'These photos have too little in common to be aligned automatically. Mark the same spots in both.':
    'Diese Fotos haben zu wenig gemeinsam, um von selbst ausgerichtet zu werden. In beiden dieselben Stellen markieren.',
  'Place landmarks': 'Landmarken setzen',
  'Grid: {{legend}}': 'Gitter: {{legend}}',
  'These photos aren’t aligned, so nothing is bent.': 'Diese Fotos sind nicht ausgerichtet, also ist nichts verbogen.',
  'Nothing is bent here: moving, turning and scaling were enough.':
    'Hier ist nichts verbogen: Verschieben, Drehen und Skalieren genügten.',
  'The head in the baseline isn’t known yet.': 'Der Kopf im Ausgangsfoto ist noch nicht bekannt.',
  'Bending left out by “Rigid only”, {{times}}× exaggerated; longest {{percent}} % of the head’s width':
    'Verbiegung, weggelassen durch „Nur starr“, {{times}}-fach überhöht; höchstens {{percent}} % der Kopfbreite',
  'Bending, {{times}}× exaggerated; longest {{percent}} % of the head’s width':
    'Verbiegung, {{times}}-fach überhöht; höchstens {{percent}} % der Kopfbreite',
  'Bending left out by “Rigid only”, in its true size; longest {{percent}} % of the head’s width':
    'Verbiegung, weggelassen durch „Nur starr“, in wahrer Größe; höchstens {{percent}} % der Kopfbreite',
  'Bending, in its true size; longest {{percent}} % of the head’s width':
    'Verbiegung in wahrer Größe; höchstens {{percent}} % der Kopfbreite',
  '{{stage}} is the baseline': '{{stage}} ist das Ausgangsfoto',
  'This photo is the baseline': 'Dieses Foto ist das Ausgangsfoto',
  'How alike the photos were taken': 'Wie ähnlich die Fotos aufgenommen wurden',
  'How alike the photos were taken couldn’t be measured.':
    'Wie ähnlich die Fotos aufgenommen wurden, ließ sich nicht messen.',
  'How the alignment is drawn': 'Wie die Ausrichtung gezeichnet wird',
  'Moves, turns and scales the photo only; nothing is bent':
    'Verschiebt, dreht und skaliert das Foto nur; nichts wird verbogen',
  'Lays a grid over the head that shows where the photo is bent to fit, and how far':
    'Legt ein Gitter über den Kopf, das zeigt, wo und wie weit das Foto passend gebogen ist',
  'Opacity of {{photo}}': 'Deckkraft von {{photo}}',
  Compare: 'Vergleichen',
  'This pair is not there any more': 'Dieses Paar ist nicht mehr da',
  'One of the two photos was removed. Go back and choose another pair.':
    'Eines der beiden Fotos wurde entfernt. Zurückgehen und ein anderes Paar wählen.',
  'photo pane': 'Fotofeld',
  'Loading the photo…': 'Foto wird geladen …',
  'This photo can’t be shown': 'Dieses Foto lässt sich nicht zeigen',
  'This photo can’t be shown.': 'Dieses Foto lässt sich nicht zeigen.',
  'Its file is missing or damaged.': 'Seine Datei fehlt oder ist beschädigt.',
  'Zoom {{percent}}': 'Vergrößerung {{percent}}',
}
