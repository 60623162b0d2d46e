import { createWriteStream } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'

const fileTypeMask = 0o170000
const symlinkType = 0o120000

/**
 * Unpacks a ZIP with its file modes and symbolic links; nothing is ever written outside the target folder.
 * @param {string} zipPath
 * @param {string} targetFolder made when missing; must not hold any of the files yet
 * @param {{ below?: string, skips?: (name: string) => boolean }} [options]
 *   `below`: unpack only this folder of the archive (`Name/`), without its name; `skips`: names (without `below`) to leave out
 * @returns {Promise<void>}
 * @throws {Error} for a broken archive, a name that leaves the target folder, or a link that points out of it
 */
export async function unpackZip(zipPath, targetFolder, { below = '', skips = () => false } = {}) {
  const zip = await yauzl.openPromise(zipPath, { lazyEntries: true, strictFileNames: true })
  /** @type {{ path: string, pointsTo: string }[]} */
  const links = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.startsWith(below)) continue
      const name = entry.fileName.slice(below.length)
      if (name === '' || skips(name)) continue
      const path = pathInside(targetFolder, name)
      const mode = entry.externalFileAttributes >>> 16
      if (name.endsWith('/')) {
        await mkdir(path, { recursive: true })
        continue
      }
      await mkdir(dirname(path), { recursive: true })
      const content = await zip.openReadStreamPromise(entry)
      if ((mode & fileTypeMask) === symlinkType) {
        links.push({ path, pointsTo: await text(content) })
      } else {
        await pipeline(content, createWriteStream(path, { flags: 'wx', mode: mode & 0o777 || 0o644 }))
      }
    }
  } finally {
    zip.close()
  }
  // Links come last, so that no file can be written through one.
  for (const { path, pointsTo } of links) {
    if (isAbsolute(pointsTo)) throw new Error(`The archive holds a link out of its folder: ${pointsTo}`)
    pathInside(targetFolder, join(dirname(path).slice(resolve(targetFolder).length + 1), pointsTo))
    await symlink(pointsTo, path)
  }
}

/**
 * The path of an archive's entry in the target folder.
 * @param {string} targetFolder
 * @param {string} name
 * @returns {string}
 * @throws {Error} when it would lie outside
 */
export function pathInside(targetFolder, name) {
  const root = resolve(targetFolder)
  const path = resolve(root, name)
  if (path !== root && !path.startsWith(root + sep)) {
    throw new Error(`The archive holds a name that leaves its folder: ${name}`)
  }
  return path
}
