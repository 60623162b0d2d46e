import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '../../..')
const folders = ['shared', 'renderer', 'electron']

/** A sentence that is said somewhere in the code. */
export interface SaidSentence {
  /** Null where it isn't written out. */
  readonly sentence: string | null
  readonly place: string
}

/** Every source file of the product, parsed. */
export function sourceFiles(): ts.SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => join(root, folder, name))
      .map((path) =>
        ts.createSourceFile(relative(root, path), readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true),
      ),
  )
}

/** All sentences that are given to `t`. */
export function saidSentences(files: readonly ts.SourceFile[]): SaidSentence[] {
  return files.flatMap((file) => {
    const found: SaidSentence[] = []
    const visit = (node: ts.Node) => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't')
        found.push(...sentencesOf(node.arguments[0], placeOf(file, node)))
      ts.forEachChild(node, visit)
    }
    visit(file)
    return found
  })
}

/** Where in the code a node stands. */
export function placeOf(file: ts.SourceFile, node: ts.Node): string {
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`
}

function sentencesOf(node: ts.Expression | undefined, place: string): SaidSentence[] {
  if (node && ts.isParenthesizedExpression(node)) return sentencesOf(node.expression, place)
  if (node && ts.isConditionalExpression(node))
    return [...sentencesOf(node.whenTrue, place), ...sentencesOf(node.whenFalse, place)]
  return [{ sentence: node && ts.isStringLiteralLike(node) ? node.text : null, place }]
}
