import { spokenLanguage, t } from '../words/translate.ts'
import { choiceWord, isChoice } from './choice-words.ts'
import { documentKindLabel, isDocumentKind } from './document.ts'
import type { RecordField, RecordFieldId } from './record-fields.ts'

const labels: Record<RecordFieldId, () => string> = {
  'skin-type': () => t('Fitzpatrick'),
  skin: () => t('Skin'),
  norwood: () => t('Norwood'),
  'hairline-shape': () => t('Hairline'),
  'hairline-edge': () => t('Hairline edge'),
  notes: () => t('Notes'),
  'touch-up': () => t('Touch-up'),
  pigment: () => t('Pigment'),
  needle: () => t('Needle'),
  dilution: () => t('Dilution'),
  zones: () => t('Zones worked'),
  'healed-check': () => t('Healed check'),
  title: () => t('Title'),
  kind: () => t('Kind'),
  day: () => t('Day'),
  document: () => t('Document'),
  'document-notes': () => t('Notes'),
}
/** A search makes tens of thousands of phrases. */
const saidLabels = new Map<string, string>()

/** What a field is called. */
function fieldLabel(field: RecordFieldId): string {
  const key = `${spokenLanguage()}/${field}`
  const label = saidLabels.get(key) ?? labels[field]()
  saidLabels.set(key, label)
  return label
}

/** What a field says; empty where nothing is recorded. */
function fieldText({ field, values }: RecordField): string {
  if (field === 'dilution') return values.join('; ')
  return values.map((value) => valueInWords(field, value)).join(', ')
}

function valueInWords(field: RecordFieldId, value: string): string {
  switch (field) {
    case 'skin':
    case 'hairline-shape':
    case 'hairline-edge':
    case 'zones':
      return isChoice(value) ? choiceWord(value) : value
    case 'touch-up':
      return t('yes')
    case 'kind':
      return isDocumentKind(value) ? documentKindLabel(value) : value
    default:
      return value
  }
}

/** What a field says, with its name: "Fitzpatrick: III", "Consent form: Anna, both sides". */
export function phraseInWords(phrase: RecordField): string {
  const [first = '', second = ''] = phrase.values
  switch (phrase.field) {
    case 'document':
      return `${isDocumentKind(first) ? documentKindLabel(first) : first}: ${second}`
    case 'document-notes':
      return t('Notes on {{title}}: {{notes}}', { title: first, notes: second })
    default:
      return `${fieldLabel(phrase.field)}: ${fieldText(phrase)}`
  }
}

/** A field that two versions of a record say differently, in words. */
export interface FieldChange {
  readonly field: RecordFieldId
  readonly label: string
  readonly before: string
  readonly after: string
}

/** Which fields two versions of the same record say differently. */
export function fieldChanges(before: readonly RecordField[], after: readonly RecordField[]): FieldChange[] {
  return after.flatMap((present, index) => {
    const earlier = before[index]
    const [was, is] = [earlier ? fieldText(earlier) : '', fieldText(present)]
    return was === is ? [] : [{ field: present.field, label: fieldLabel(present.field), before: was, after: is }]
  })
}
