import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * Refuses a file whose content is not exactly the expected one.
 * @param {string} filePath
 * @param {string} expectedIntegrity as npm writes it: `sha512-<base64>`
 * @returns {Promise<void>}
 * @throws {Error} when the content differs
 */
export async function verifyFileIntegrity(filePath, expectedIntegrity) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(filePath, { highWaterMark: 1 << 20 }), hash)
  const integrity = `sha512-${hash.digest('base64')}`
  if (integrity !== expectedIntegrity) {
    throw new Error(
      `${basename(filePath)} is not the file it should be (it has ${integrity}, expected ${expectedIntegrity}). It was not used.`,
    )
  }
}
