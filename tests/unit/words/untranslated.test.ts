import ts from 'typescript'
import { expect, test } from 'vitest'
import { placeOf, sourceFiles } from './said-sentences.ts'

/** What is the same in every language: names, keys, and what is typed as it is shown. */
const sameEverywhere = new Set(['Stipple', 'D', 'H', 'L', 'N', 'Z', 'XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX', '1 : 20'])

/** Attributes whose text is read or heard. */
const spokenAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'closeButtonLabel',
  'confirm',
  'description',
  'error',
  'label',
  'mixedLabel',
  'placeholder',
  'restoreLabel',
  'sentence',
  'subtitle',
  'thumbLabel',
  'title',
  'unsetLabel',
])
/** Properties of objects that are shown as attributes are: `{ label: … }`. */
const spokenProperties = new Set(['label', 'title', 'message', 'sentence', 'what', 'aria-label', 'placeholder'])

interface Untranslated {
  readonly text: string
  readonly place: string
}

const hasWords = (text: string) => /\p{L}/u.test(text) && !sameEverywhere.has(text.trim())

/** A whole sentence is words wherever it stands. */
const isSentence = (text: string) => /\p{L} .*\p{L}[.!?…]$/u.test(text)

/** True for what `t` is given. */
function isAskedFor(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return node.expression.getText() === 't'
  return ts.isExpression(node) && isAskedFor(node.parent)
}

/** Texts of a file that are shown or heard, and that `t` isn't asked for. */
function untranslatedIn(file: ts.SourceFile): Untranslated[] {
  const found: Untranslated[] = []
  const tell = (node: ts.Node, text: string) => {
    if (hasWords(text)) found.push({ text: text.trim(), place: placeOf(file, node) })
  }
  /** Literals that an expression can come out as; what a function makes of its arguments is its own matter. */
  const tellLiterals = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) tell(node, node.text)
    else if (ts.isTemplateExpression(node)) {
      tell(node, [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' '))
      for (const { expression } of node.templateSpans) tellLiterals(expression)
    } else if (ts.isConditionalExpression(node)) {
      tellLiterals(node.whenTrue)
      tellLiterals(node.whenFalse)
    } else if (ts.isBinaryExpression(node)) {
      if (!/^[=!]==$/.test(node.operatorToken.getText(file))) tellLiterals(node.right)
      if (/^(\?\?|\|\||\+)$/.test(node.operatorToken.getText(file))) tellLiterals(node.left)
    } else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) tellLiterals(node.expression)
    else if (ts.isJsxExpression(node) && node.expression) tellLiterals(node.expression)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) tell(node, node.text)
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) tellLiterals(node)
    else if (ts.isJsxAttribute(node) && spokenAttributes.has(node.name.getText(file)) && node.initializer)
      tellLiterals(node.initializer)
    else if (ts.isStringLiteralLike(node) && isSentence(node.text) && !isAskedFor(node)) tell(node, node.text)
    else if (ts.isPropertyAssignment(node) && spokenProperties.has(nameOf(node.name))) tellLiterals(node.initializer)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : ''
}

/** Whole sentences of a file that `t` isn't asked for. */
function sentencesIn(file: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && isSentence(node.text) && !isAskedFor(node)) found.push(node)
    if (ts.isTemplateExpression(node) && isSentence(node.getText(file).slice(1, -1))) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** What is kept in English and put into words where it is shown; and what only reports and the command line tell. */
const inEnglish = [
  'electron/cli/',
  'electron/engine/heic.ts',
  'electron/engine/model-files.ts',
  'electron/engine/neural-networks.ts',
  'electron/engine/open-photo-file.ts',
  'electron/engine/tasks/align-pair.ts',
  'electron/library/seal-version-1.ts',
  'electron/main/align-pair.ts',
  'shared/domain/registration/',
  'shared/words/',
]
const isInEnglish = (path: string) => inEnglish.some((part) => path.startsWith(part))

const allFiles = sourceFiles()
const pathOf = ({ fileName }: ts.SourceFile) => fileName.replaceAll('\\', '/')
const windowFiles = allFiles.filter((file) => pathOf(file).startsWith('renderer/'))

test('the window shows and reads aloud nothing that is not said in the language that is spoken', () => {
  expect(windowFiles.length).toBeGreaterThan(100)
  const found = windowFiles.flatMap(untranslatedIn)
  expect(found.map(({ text, place }) => `${place}: ${text}`)).toEqual([])
})

test('what the machine says to people is said in the language that is spoken', () => {
  const files = allFiles.filter((file) => /^(electron|shared)\//.test(pathOf(file)) && !isInEnglish(pathOf(file)))
  expect(files.length).toBeGreaterThan(150)
  const found = files.flatMap((file) =>
    sentencesIn(file).map((node) => `${placeOf(file, node)}: ${node.getText(file)}`),
  )
  expect(found).toEqual([])
})

test('words that stand in the code themselves are found', () => {
  const source = `
    const view = (
      <section aria-label="Notes of today" className="not said">
        Plain words {isOpen ? 'Open now' : t('Closed')} {count > 1 && \`\${count} photos\`} {t('Said')}
        <Field label={t('Name')} description={\`For \${name}\`} placeholder={isNew ? 'New one' : undefined} key="none" />
        <b>{mode === 'slider' && <i>·</i>}</b>
      </section>
    )
    throw new AppError('refused', { reason: 'It is not there.' })
    notify({ message: 'Saved', kind: 'done', title: t('Title') })
  `
  const planted = ts.createSourceFile('planted.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  expect(untranslatedIn(planted).map(({ text }) => text)).toEqual([
    'Notes of today',
    'Plain words',
    'Open now',
    'photos',
    'For',
    'New one',
    'It is not there.',
    'Saved',
  ])
})
