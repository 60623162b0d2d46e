import { AppError } from '../../shared/errors.ts'
import { t } from '../../shared/words/translate.ts'
import { diskError } from './durable-files.ts'
import { type KeysFile, writeKeysFile } from './keys-file.ts'

/** keys.json of an open library: what it says, changed one after the other, since two changes at once would each leave out what the other wrote. */
export class StoredKeys {
  readonly #path: string
  #file: KeysFile
  #writing: Promise<unknown> = Promise.resolve()
  #isClosed = false

  constructor(path: string, file: KeysFile) {
    this.#path = path
    this.#file = file
  }

  /** What is written there now. */
  get file(): KeysFile {
    return this.#file
  }

  /** Writes what `change` makes of it, durable before this resolves; `then` is called before the next change. Nothing is written for undefined. */
  change(
    change: (file: KeysFile) => KeysFile | undefined | Promise<KeysFile | undefined>,
    then: () => void = () => undefined,
  ): Promise<void> {
    const run = this.#writing.then(async () => {
      this.refuseClosed()
      const file = await change(this.#file)
      if (!file) return
      await writeKeysFile(this.#path, file).catch((error: unknown) => Promise.reject(diskError(error)))
      this.#file = file
      then()
    })
    this.#writing = run.catch(() => undefined)
    return run
  }

  /** Nothing is changed from then on. */
  close(): void {
    this.#isClosed = true
  }

  /** Throws once it is closed. */
  refuseClosed(): void {
    if (this.#isClosed) throw new AppError('refused', { reason: t('The library is closed.') })
  }
}
