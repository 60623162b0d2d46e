import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { diskError, writeFileDurably } from '../library/durable-files.ts'

/** Keys that are remembered at most; the oldest are forgotten first. */
const mostKeys = 100_000

const settingSchema = z.object({ folder: z.string().min(1).nullable(), known: z.array(z.string()) })

interface Setting {
  readonly folder: string | null
  readonly known: ReadonlySet<string>
}

const nothing: Setting = { folder: null, known: new Set() }

/**
 * Which folder is watched, and the keys of the files in it that were dealt with, in one small file beside the library. A listing and not a point in time, so
 * that no clock has to be right: not this computer's, not the camera's, not that of a network drive.
 */
export class HotFolderRecord {
  /** The setting was there and couldn't be read; true until a folder is chosen or the watching is stopped. */
  isLost: boolean
  readonly #path: string
  #setting: Setting
  #writing: Promise<unknown> = Promise.resolve()

  private constructor(path: string, setting: Setting | undefined) {
    this.#path = path
    this.#setting = setting ?? nothing
    this.isLost = setting === undefined
  }

  static async open(path: string): Promise<HotFolderRecord> {
    try {
      const { folder, known } = settingSchema.parse(JSON.parse(await readFile(path, 'utf8')))
      return new HotFolderRecord(path, { folder, known: new Set(known) })
    } catch (error) {
      const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT'
      return new HotFolderRecord(path, isAbsent ? nothing : undefined)
    }
  }

  /** The watched folder's path; it never reaches the window. */
  get folder(): string | null {
    return this.#setting.folder
  }

  isKnown(key: string): boolean {
    return this.#setting.known.has(key)
  }

  /** Watches another folder, or none, from now on; what is in it by now is dealt with. */
  async setFolder(folder: string | null, known: readonly string[]): Promise<void> {
    await this.#write(() => ({ folder, known: new Set(known) }))
    this.isLost = false
  }

  /** Remembers files as dealt with. */
  learn(keys: readonly string[]): Promise<void> {
    return this.#write(({ folder, known }) => {
      // what is learnt again counts as new, so that it isn't forgotten first
      return { folder, known: new Set([...without(known, keys), ...keys].slice(-mostKeys)) }
    })
  }

  /** Takes back that files were dealt with. */
  forget(keys: readonly string[]): Promise<void> {
    return this.#write(({ folder, known }) => ({ folder, known: new Set(without(known, keys)) }))
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await this.#writing
  }

  /** A change holds once it is on the disk. Throws `disk-full` or `folder-unavailable`. */
  #write(change: (present: Setting) => Setting): Promise<void> {
    const run = this.#writing.then(async () => {
      const next = change(this.#setting)
      const text = JSON.stringify({ folder: next.folder, known: [...next.known] })
      await writeFileDurably(this.#path, text).catch((error: unknown) => Promise.reject(diskError(error)))
      this.#setting = next
    })
    this.#writing = run.catch(() => undefined)
    return run
  }
}

function without(known: ReadonlySet<string>, keys: readonly string[]): string[] {
  const taken = new Set(keys)
  return [...known].filter((key) => !taken.has(key))
}
