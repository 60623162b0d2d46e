import { AppError } from '../../shared/errors.ts'

/**
 * A PDF as Chromium prints it, without its information dictionary (ISO 32000-1, 14.3.3): title, program, its version and system, date. Every byte keeps its place, so that the file's own
 * table of places stays right. Throws `bug` for a file that has none where it is looked for.
 */
export function withoutInfo(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  const number = /\/Info (\d+) 0 R/.exec(text.slice(text.lastIndexOf('trailer')))?.[1]
  const object = new RegExp(`(?:^|[\\r\\n])${number} 0 obj\\s*<<`).exec(text)
  if (number === undefined || !object) throw new AppError('bug')
  const begin = object.index + object[0].length
  const end = text.lastIndexOf('>>', text.indexOf('endobj', begin))
  if (end < begin) throw new AppError('bug')
  return bytes.fill(' ', begin, end, 'latin1')
}
