import { readFile } from 'node:fs/promises'
import type { RequestOutput } from '../../shared/ipc/contract.ts'
import { type Preferences, preferencesSchema } from '../../shared/preferences.ts'
import { languageFor, speak } from '../../shared/words/translate.ts'
import { writeFileDurably } from '../library/durable-files.ts'

/** The requests that have nothing to do with a library. */
export interface PreferenceHandlers {
  'preferences.read': () => Promise<RequestOutput<'preferences.read'>>
  'preferences.change': (preferences: Preferences) => Promise<RequestOutput<'preferences.change'>>
}

/** Reads and changes the preferences, and speaks their language from then on; `computerLanguage` is what the computer's settings ask for. */
export async function openPreferences(path: string, computerLanguage: string): Promise<PreferenceHandlers> {
  const file = await PreferencesFile.open(path)
  const follow = () => speak(file.preferences.language ?? languageFor(computerLanguage))
  follow()
  return {
    'preferences.read': async () => ({ preferences: file.preferences, computerLanguage }),
    'preferences.change': async (preferences) => {
      await file.change(preferences)
      follow()
      return {}
    },
  }
}

/** Keeps the preferences in one small file of the user's. One that can't be read counts as none: then everything is as at the first start. */
class PreferencesFile {
  readonly #path: string
  #preferences: Preferences

  private constructor(path: string, preferences: Preferences) {
    this.#path = path
    this.#preferences = preferences
  }

  static async open(path: string): Promise<PreferencesFile> {
    const text = await readFile(path, 'utf8').catch(() => '{}')
    return new PreferencesFile(path, preferencesIn(text))
  }

  get preferences(): Preferences {
    return this.#preferences
  }

  async change(preferences: Preferences): Promise<void> {
    this.#preferences = preferences
    await writeFileDurably(this.#path, JSON.stringify(preferences))
  }
}

function preferencesIn(text: string): Preferences {
  try {
    return preferencesSchema.parse(JSON.parse(text))
  } catch {
    return preferencesSchema.parse({})
  }
}
