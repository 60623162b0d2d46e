import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const largestLogBytes = 1_000_000

/** Writes what went wrong for the people who mend it. Messages may quote file names, so only kinds, codes and stack frames are kept. */
export class Log {
  readonly #path: string

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.#path = join(folder, 'stipple.log')
  }

  /** Notes something thrown; the report id that the user can name. */
  report(where: string, thrown: unknown): string {
    const reportId = randomUUID().slice(0, 8)
    const kind = thrown instanceof Error ? thrown.name : typeof thrown
    const code = (thrown as { code?: unknown } | undefined)?.code
    const frames = stackOf(thrown)
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
    this.#write(
      [
        `${new Date().toISOString()} ${reportId} ${where} ${kind} ${typeof code === 'string' ? code : ''}`,
        ...frames,
      ].join('\n'),
    )
    return reportId
  }

  #write(text: string): void {
    try {
      if ((statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0) > largestLogBytes)
        renameSync(this.#path, `${this.#path}.old`)
      appendFileSync(this.#path, `${text}\n`, { mode: 0o600 })
    } catch {
      // a full disk mustn't turn a reported fault into a second one
    }
  }
}

/** The stack of what was thrown; of an engine's bug, the stack over there. */
function stackOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return ''
  return typeof thrown.cause === 'string' ? thrown.cause : (thrown.stack ?? '')
}
