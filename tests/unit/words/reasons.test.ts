import ts from 'typescript'
import { afterEach, expect, test } from 'vitest'
import { fileKindInWords } from '../../../electron/engine/file-kind-words.ts'
import { unsupportedReason } from '../../../electron/engine/photo-format.ts'
import { reasonInWords } from '../../../shared/domain/registration/reason-words.ts'
import { speak } from '../../../shared/words/translate.ts'
import { sourceFiles } from './said-sentences.ts'

afterEach(() => speak('en'))

const makers = [
  'shared/domain/registration/decision.ts',
  'shared/domain/registration/judge-marks.ts',
  'electron/engine/tasks/align-pair.ts',
  'electron/main/align-pair.ts',
]

/** Every sentence that stands in the files that make reasons. */
function reasonsInCode(): string[] {
  const files = sourceFiles().filter(({ fileName }) => makers.includes(fileName.replaceAll('\\', '/')))
  return files.flatMap((file) => literalsOf(file).filter((text) => /\p{L} .*\.$/u.test(text)))
}

/** Texts that stand in a file's code. */
function literalsOf(file: ts.SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

test('says every reason that an alignment is kept with in the language that is spoken', () => {
  const reasons = reasonsInCode()
  expect(reasons.length).toBeGreaterThanOrEqual(14)
  expect(reasons.map(reasonInWords)).toEqual(reasons)
  speak('de')
  expect(reasons.filter((reason) => reasonInWords(reason) === reason)).toEqual([])
  expect(reasonInWords('Mark 3 doesn’t fit the other marks: look at it again.')).toMatch(/^Landmarke 3 passt nicht/)
})

test('says every kind of file that is no photo in the language that is spoken', () => {
  const folder = 'electron/engine/'
  const files = sourceFiles().filter(({ fileName }) => fileName.replaceAll('\\', '/').startsWith(folder))
  const kinds = files.flatMap((file) => literalsOf(file).filter((text) => /^an? \p{L}/u.test(text)))
  expect(kinds).toContain('a HEIF of a rare kind')
  expect(kinds.map(fileKindInWords)).toEqual(kinds)
  speak('de')
  expect(kinds.filter((kind) => fileKindInWords(kind) === kind)).toEqual([])
  expect(unsupportedReason('a GIF')).toMatch(/^Das ist ein GIF\. Stipple liest JPEG/)
})

test('leaves a reason of another Stipple as it is', () => {
  speak('de')
  expect(reasonInWords('Something new.')).toBe('Something new.')
})
