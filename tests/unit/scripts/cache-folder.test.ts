import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { cacheFolder } from '../../../scripts/cache-folder.mjs'

test('the cache folder follows our variable, then XDG_CACHE_HOME, then the home folder', () => {
  expect(cacheFolder({ STIPPLE_CACHE_DIR: '/mine', XDG_CACHE_HOME: '/xdg' })).toBe(resolve('/mine'))
  expect(cacheFolder({ XDG_CACHE_HOME: '/xdg' })).toBe(join('/xdg', 'stipple'))
  expect(cacheFolder({ XDG_CACHE_HOME: 'relative' })).toBe(join(homedir(), '.cache', 'stipple'))
  expect(cacheFolder({})).toBe(join(homedir(), '.cache', 'stipple'))
})
