/** The studio's own consent texts. */
export const consentTextsGerman: Readonly<Record<string, string>> = {
  'There is no such text of the studio.': 'Diesen Text des Studios gibt es nicht.',
  'One of the studio’s own consent texts changed': 'Ein Einwilligungstext des Studios wurde geändert',
  'Consent text saved: {{name}}': 'Einwilligungstext gespeichert: {{name}}',
  'Consent text changed: {{name}}': 'Einwilligungstext geändert: {{name}}',
  'Consent text removed: {{name}}': 'Einwilligungstext entfernt: {{name}}',
  'Text of the form': 'Text des Formulars',
  'Stipple’s suggestion': 'Vorschlag von Stipple',
  'Own words': 'Eigene Worte',
  '{{name}}, changed': '{{name}}, geändert',
  'Texts of the studio': 'Texte des Studios',
  'Save as the studio’s text…': 'Als Text des Studios speichern …',
  'Save the changes to “{{name}}”': 'Änderungen an „{{name}}“ speichern',
  'Name of the text': 'Name des Textes',
}
