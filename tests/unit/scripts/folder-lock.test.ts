import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { withFolderLock } from '../../../scripts/folder-lock.mjs'
import { makeTemporaryFolder } from './temporary-folder.ts'

test('only one holds the lock at a time, and it is gone afterwards', async () => {
  const lock = join(makeTemporaryFolder(), 'deep', 'lock')
  let holders = 0
  let mostHolders = 0
  const onWait = vi.fn()
  const work = async () => {
    holders += 1
    mostHolders = Math.max(mostHolders, holders)
    await delay(50)
    holders -= 1
    return 'done'
  }
  const results = await Promise.all([1, 2, 3].map(() => withFolderLock(lock, work, onWait)))
  expect(results).toEqual(['done', 'done', 'done'])
  expect(mostHolders).toBe(1)
  expect(onWait).toHaveBeenCalledTimes(2)
  expect(existsSync(lock)).toBe(false)
})

test('it is released when the work fails', async () => {
  const lock = join(makeTemporaryFolder(), 'lock')
  await expect(withFolderLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(existsSync(lock)).toBe(false)
})

test('the lock of a process that has ended is taken over at once', async () => {
  const lock = join(makeTemporaryFolder(), 'lock')
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  mkdirSync(lock)
  writeFileSync(join(lock, 'owner.json'), JSON.stringify({ hostname: hostname(), pid }))
  const onWait = vi.fn()
  expect(await withFolderLock(lock, async () => 'mine', onWait)).toBe('mine')
  expect(onWait).not.toHaveBeenCalled()
})

test('a lock without a sign of life is taken over', async () => {
  const lock = join(makeTemporaryFolder(), 'lock')
  mkdirSync(lock)
  writeFileSync(join(lock, 'owner.json'), JSON.stringify({ hostname: 'another-machine', pid: 1 }))
  const aMinuteAgo = new Date(Date.now() - 60_000)
  utimesSync(lock, aMinuteAgo, aMinuteAgo)
  expect(await withFolderLock(lock, async () => 'mine')).toBe('mine')
})
