/** Adjusting an alignment. */
export const alignGerman: Readonly<Record<string, string>> = {
  'Adjust the alignment': 'Ausrichtung anpassen',
  'Back to the comparison': 'Zurück zum Vergleich',
  'What to adjust': 'Was angepasst wird',
  Landmarks: 'Landmarken',
  'Head outline': 'Kopfumriss',
  'What to do next': 'Nächster Schritt',
  'No landmarks: the photos will be aligned automatically.':
    'Keine Landmarken: Die Fotos werden automatisch ausgerichtet.',
  'Click a spot that you can find again in the other photo.':
    'Eine Stelle anklicken, die im anderen Foto wiederzufinden ist.',
  'Click the same spot in the right photo.': 'Dieselbe Stelle im rechten Foto anklicken.',
  'Click the same spot in the left photo.': 'Dieselbe Stelle im linken Foto anklicken.',
  'Good. Now a second spot, far from the first.': 'Gut. Jetzt eine zweite Stelle, weit weg von der ersten.',
  'Enough to align. Three or four, well spread, are better.':
    'Das reicht zum Ausrichten. Drei oder vier, gut verteilt, sind besser.',
  'Drag a point to correct it, or add another.': 'Einen Punkt zum Korrigieren ziehen oder einen weiteren setzen.',
  'Eight spots are the most. Drag a point to correct it.':
    'Mehr als acht gehen nicht. Einen Punkt zum Korrigieren ziehen.',
  'Good spots: a corner of an eye, an ear, a mole, a scar, the whorl. By keyboard: Enter in a photo marks its middle.':
    'Gute Stellen: ein Augenwinkel, ein Ohr, ein Muttermal, eine Narbe, der Haarwirbel. Per Tastatur: Eingabetaste setzt im Foto die Mitte.',
  'Arrow keys move the chosen point by a pixel, with Shift by ten. Delete removes it.':
    'Pfeiltasten schieben den gewählten Punkt um ein Pixel, mit Umschalt um zehn. Entf entfernt ihn.',
  'Landmark {{number}} is missing in the right photo: place it there, or delete it.':
    'Landmarke {{number}} fehlt im rechten Foto: dort setzen oder löschen.',
  'Landmark {{number}} is missing in the left photo: place it there, or delete it.':
    'Landmarke {{number}} fehlt im linken Foto: dort setzen oder löschen.',
  'At least {{fewest}} landmarks are needed in both photos.':
    'Mindestens {{fewest}} Landmarken in beiden Fotos sind nötig.',
  Preview: 'Vorschau',
  Loupe: 'Lupe',
  'Magnify the spot at the pointer': 'Die Stelle unter dem Zeiger vergrößern',
  'Undo the last step': 'Letzten Schritt rückgängig machen',
  'Remove landmark {{number}}': 'Landmarke {{number}} entfernen',
  'Remove the chosen landmark': 'Gewählte Landmarke entfernen',
  'Remove all landmarks': 'Alle Landmarken entfernen',
  'Save and align': 'Ausrichten',
  'Reference photo': 'Referenzfoto',
  'Moving photo': 'Vergleichsfoto',
  'Landmark {{number}} in the reference photo': 'Landmarke {{number}} im Referenzfoto',
  'Landmark {{number}} in the moving photo': 'Landmarke {{number}} im Vergleichsfoto',
  'Doesn’t fit the other landmarks': 'Passt nicht zu den anderen Landmarken',
  'How exact the landmarks are': 'Wie genau die Landmarken sind',
  Good: 'Gut',
  Fair: 'Mäßig',
  'Look again': 'Noch einmal ansehen',
  'Place one more pair to see how exact they are.': 'Noch ein Paar setzen, um zu sehen, wie genau sie sind.',
  'Held-out error: {{percent}} % of the head’s width (about {{millimetres}} mm).':
    'Fehler bei der Gegenprobe: {{percent}} % der Kopfbreite (etwa {{millimetres}} mm).',
  'Held-out error: {{pixels}} pixels of the right photo.':
    'Fehler bei der Gegenprobe: {{pixels}} Pixel des rechten Fotos.',
  'The head wasn’t found: outline it to see millimetres.':
    'Der Kopf wurde nicht gefunden: umreißen, um Millimeter zu sehen.',
  'Rough estimate: place five pairs or more.': 'Grobe Schätzung: fünf Paare oder mehr setzen.',
  'Pair {{number}} doesn’t fit the others: {{percent}} %.':
    'Paar {{number}} passt nicht zu den anderen: {{percent}} %.',
  'Show pair {{number}}': 'Paar {{number}} zeigen',
  'What is wrong with the landmarks': 'Was an den Landmarken nicht stimmt',
  'Shown unbent: bent by these marks, the picture would fold.':
    'Ungebogen gezeigt: Mit diesen Landmarken gebogen, würde das Bild Falten werfen.',
  'Opacity of the moving photo in the preview': 'Deckkraft des Vergleichsfotos in der Vorschau',
  'The moving photo laid over the reference photo by the landmarks':
    'Das Vergleichsfoto, nach den Landmarken über das Referenzfoto gelegt',
  'Landmarks placed': 'Landmarken gesetzt',
  'Landmarks removed': 'Landmarken entfernt',
  'Nothing has been changed yet.': 'Noch nichts geändert.',
  'Fit the outline to the head in both photos.': 'Den Umriss in beiden Fotos an den Kopf anpassen.',
  'Drag the handles, or move them by arrow keys. Leave out shoulders, hands and the background; ears may stick out.':
    'Die Griffe ziehen oder mit den Pfeiltasten bewegen. Schultern, Hände und Hintergrund aussparen; Ohren dürfen herausragen.',
  'Head outline in the reference photo': 'Kopfumriss im Referenzfoto',
  'Head outline in the moving photo': 'Kopfumriss im Vergleichsfoto',
  '{{handle}} of the head outline in the reference photo': 'Kopfumriss im Referenzfoto: {{handle}}',
  '{{handle}} of the head outline in the moving photo': 'Kopfumriss im Vergleichsfoto: {{handle}}',
  Position: 'Lage',
  Width: 'Breite',
  Height: 'Höhe',
  Turn: 'Drehung',
  'Finding the head…': 'Kopf wird gesucht …',
  'Drawn by hand': 'Von Hand gezeichnet',
  'Found automatically': 'Automatisch gefunden',
  'Find automatically': 'Automatisch suchen',
  'Head outline changed': 'Kopfumriss geändert',
  'Aligning…': 'Wird ausgerichtet …',
  'Aligning the photos': 'Ausrichten der Fotos',
  Aligned: 'Ausgerichtet',
  'Aligned by your landmarks': 'Nach den Landmarken ausgerichtet',
  'Check the alignment': 'Ausrichtung prüfen',
  'The photos are aligned, but the check was not satisfied. Look at the comparison before you trust it.':
    'Die Fotos sind ausgerichtet, aber die Prüfung war nicht zufrieden. Erst den Vergleich ansehen, dann darauf verlassen.',
  'More landmarks are needed': 'Mehr Landmarken sind nötig',
  'The photos still could not be aligned. Add landmarks, or take the photo again from the same angle.':
    'Die Fotos ließen sich noch nicht ausrichten. Landmarken ergänzen oder das Foto noch einmal aus derselben Ansicht aufnehmen.',
  'The photos could not be aligned': 'Die Fotos ließen sich nicht ausrichten',
  'Aligning was stopped': 'Ausrichten wurde angehalten',
  'What you placed is saved. The photos will be aligned with it the next time.':
    'Das Gesetzte ist gespeichert. Die Fotos werden beim nächsten Mal damit ausgerichtet.',
  'Keep adjusting': 'Weiter anpassen',
}
