import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Pixels } from '../../electron/engine/pixels.ts'
import type { TaskContext } from '../../shared/ipc/engine-tasks.ts'

/** Path of a small photo of the fixtures. */
export function fixturePath(name: string): string {
  return join(import.meta.dirname, '../fixtures/photos', name)
}

/** The folder of big test data where this machine has one. */
export const dataFolder = [process.env.STIPPLE_DATA, join(import.meta.dirname, '../../../shared/data')].find(
  (folder) => folder !== undefined && existsSync(folder),
)

/** A task's context that nobody cancels. */
export const idleContext: TaskContext = { signal: { aborted: false }, onProgress: () => {} }

/** A folder for the tests of one file, removed after them. Returns what makes a path in it. */
export function temporaryFolder(): (name: string) => string {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stipple-test-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return (name) => join(folder, name)
}

/** The colour of one pixel. */
export function colourAt(pixels: Pixels, x: number, y: number): number[] {
  const at = 3 * (y * pixels.widthPx + x)
  return [...pixels.data.subarray(at, at + 3)]
}

/** Mean difference of two pictures of the same size, in levels of 255. */
export function meanDifference(a: Pixels, b: Pixels): number {
  if (a.data.length !== b.data.length) return Number.POSITIVE_INFINITY
  let sum = 0
  for (let index = 0; index < a.data.length; index += 1) sum += Math.abs((a.data[index] ?? 0) - (b.data[index] ?? 0))
  return sum / a.data.length
}
