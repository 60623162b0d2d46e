import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { addedSchema } from '../../shared/ipc/care.ts'
import { writeFileDurably } from '../library/durable-files.ts'

const instantSchema = z.iso.datetime()
const countSchema = z.int().nonnegative()

const upkeepSchema = z.object({
  /** The last backup that was verified, and where it stands. The path never reaches the window. */
  lastBackup: z
    .object({
      at: instantSchema,
      /** When all of it was last written and read; not known of those made before backups were added to: then it is `at`. */
      wholeAt: instantSchema.optional(),
      added: addedSchema.default(null),
      path: z.string(),
      byteSize: countSchema,
      lastSeq: countSchema,
      missingCount: countSchema,
      damagedCount: countSchema,
      isSameDisk: z.boolean(),
    })
    .nullable(),
  lastTestRestore: z.object({ at: instantSchema, problem: z.string().nullable() }).nullable(),
  /** What tests of other backups found, where more than one is in use; the last of them are kept. */
  otherTests: z.array(z.object({ path: z.string(), at: instantSchema, problem: z.string().nullable() })).default([]),
  /** The daily share of re-reading: how many originals were read, of how many, and the name of the last one. */
  lastReread: z.object({ at: instantSchema, count: countSchema, total: countSchema, upTo: z.string() }).nullable(),
  lastFullCheck: z.object({ at: instantSchema, count: countSchema }).nullable(),
  /** Names of original files whose bytes were found changed. */
  damaged: z.array(z.string()),
  /** The last calendar days on which the upkeep ran. */
  seenDays: z.array(z.string()).default([]),
})

/** What is remembered between starts about looking after the library. */
export type Upkeep = z.infer<typeof upkeepSchema>

const nothingYet: Upkeep = {
  lastBackup: null,
  lastTestRestore: null,
  otherTests: [],
  lastReread: null,
  lastFullCheck: null,
  damaged: [],
  seenDays: [],
}

/** Keeps the upkeep's dates in one small file beside the library. They can be lost without harm: then everything is simply due. */
export class UpkeepRecord {
  readonly #path: string
  #upkeep: Upkeep
  #writing: Promise<void> = Promise.resolve()

  private constructor(path: string, upkeep: Upkeep) {
    this.#path = path
    this.#upkeep = upkeep
  }

  static async open(path: string): Promise<UpkeepRecord> {
    const text = await readFile(path, 'utf8').catch(() => '{}')
    let found: unknown
    try {
      found = JSON.parse(text)
    } catch {
      found = {}
    }
    const parsed = upkeepSchema.safeParse(found)
    return new UpkeepRecord(path, parsed.success ? parsed.data : nothingYet)
  }

  get present(): Upkeep {
    return this.#upkeep
  }

  /** Remembers a change; resolves when it is on the disk. */
  change(changes: Partial<Upkeep>): Promise<void> {
    this.#upkeep = { ...this.#upkeep, ...changes }
    const run = this.#writing.then(() => writeFileDurably(this.#path, JSON.stringify(this.#upkeep)))
    this.#writing = run.catch(() => undefined)
    return run
  }
}
