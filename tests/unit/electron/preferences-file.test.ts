import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPreferences } from '../../../electron/main/preferences-file.ts'

async function emptyPlace(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-preferences-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'preferences.json')
}

test('are as at the first start until they are changed, and are found again at the next', async () => {
  const path = await emptyPlace()
  const first = await openPreferences(path, 'de-AT')
  expect(await first['preferences.read']()).toEqual({
    preferences: { language: null, room: 'dark' },
    computerLanguage: 'de-AT',
  })
  await first['preferences.change']({ language: 'en', room: 'light' })
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ language: 'en', room: 'light' })
  const second = await openPreferences(path, 'de-AT')
  expect((await second['preferences.read']()).preferences).toEqual({ language: 'en', room: 'light' })
})

test.each(['', '{', '[]', '{"language":"tlh"}'])('a file that says %j counts as none', async (text) => {
  const path = await emptyPlace()
  await writeFile(path, text)
  const found = await openPreferences(path, 'en-US')
  expect((await found['preferences.read']()).preferences).toEqual({ language: null, room: 'dark' })
})
