import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readUprightPixels } from '../../electron/engine/sharp-images.ts'
import { inspectPhoto } from '../../electron/engine/tasks/inspect-photo.ts'
import { AppError } from '../../shared/errors.ts'
import type { PhotoInspection } from '../../shared/ipc/engine-tasks.ts'
import { dataFolder, idleContext, meanDifference, temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const folder = dataFolder ?? ''

function filesOf(part: string): string[] {
  const entries = readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function outcomeOf(path: string): Promise<PhotoInspection | AppError> {
  const [thumb, work] = ['thumb.webp', 'work.jpg'].map((name) => ({ path: temporary(name), seal: null }))
  const input = { source: { path, key: null }, fileName: 'photo', thumb: thumb!, work: work! }
  try {
    return await inspectPhoto(input, idleContext)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

describe.skipIf(!dataFolder)('the whole data folder', () => {
  test.each(['exif', 'heic', 'heads'])(
    'every photo of %s is read and intact',
    async (part) => {
      const files = filesOf(part)
      expect(files.length).toBeGreaterThan(0)
      for (const path of files) expect(await outcomeOf(path), path).toMatchObject({ isDamaged: false })
    },
    600_000,
  )

  describe('damaged and hostile files', () => {
    const outcomes: (readonly [path: string, outcome: PhotoInspection | AppError])[] = []

    beforeAll(async () => {
      for (const path of filesOf('corrupt')) outcomes.push([path, await outcomeOf(path)])
    }, 600_000)

    test('each one is read or refused with a named file and a plain reason', () => {
      expect(outcomes.length).toBeGreaterThan(0)
      for (const [path, outcome] of outcomes) {
        if (!(outcome instanceof AppError)) continue
        expect(outcome.code, path).toMatch(/^(unsupported-format|picture-damaged|picture-too-large)$/)
        expect(outcome.details, path).toEqual({ fileName: 'photo', reason: expect.stringMatching(/^[A-Z].*\.$/) })
        expect(outcome.details.reason, path).not.toContain(folder)
      }
    })

    test('bombs are refused by their size', () => {
      for (const name of ['65536-uint32-limit.png', 'giant-image.jpg', '17000x17000.avif']) {
        expect(outcomes.find(([path]) => path.endsWith(name))?.[1], name).toMatchObject({ code: 'picture-too-large' })
      }
    })
  })

  test('the same scene in all eight orientations looks the same', async () => {
    for (const scene of ['Landscape', 'Portrait']) {
      const read = (index: number) =>
        readUprightPixels(
          { path: join(folder, `exif/recurser/${scene}_${index}.jpg`), key: null, quarterTurns: 0 },
          240,
        )
      const plain = await read(0)
      for (const index of [1, 2, 3, 4, 5, 6, 7, 8]) expect(meanDifference(await read(index), plain)).toBeLessThan(4)
    }
  })
})
