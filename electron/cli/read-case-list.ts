import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'

/** Reads a JSON file that holds a list; `what` it is a list of. Throws an AppError that names the file and what is wrong with it. */
export async function readCaseList(path: string, what: string): Promise<unknown[]> {
  const fileName = basename(path)
  const text = await readFile(path, 'utf8').catch(() => {
    throw new AppError('file-unreadable', { fileName, reason: `The list of ${what} can’t be read.` })
  })
  const parsed = z.array(z.unknown()).safeParse(parseJson(text, fileName, what))
  if (!parsed.success) throw new AppError('invalid-request', { fileName, reason: `The file is no list of ${what}.` })
  return parsed.data
}

function parseJson(text: string, fileName: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid-request', { fileName, reason: `The list of ${what} isn’t JSON.` }, { cause })
  }
}
