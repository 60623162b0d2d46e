import { statfsSync } from 'node:fs'

const plentyBytes = 512 * 1024 * 1024

/**
 * Whether /dev/shm is too small for a browser that shows many photographs (containers often have 64 MB).
 * @returns {boolean} true where it is missing; false on systems other than Linux
 */
export function isSharedMemorySmall() {
  if (process.platform !== 'linux') return false
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks < plentyBytes
  } catch {
    return true
  }
}
