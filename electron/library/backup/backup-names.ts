import { join } from 'node:path'

/** What stands in a library folder but not in a backup: who holds it, what is made again on demand, what was never acknowledged. */
const notBackedUp = /^(LOCK(\..*)?|tmp|derived|checkpoint(\.new)?)$/i
/** Names that every system takes as they are: lower case, no dot at either end. */
const plainSegment = /^[a-z0-9]([a-z0-9._-]*[a-z0-9_-])?$/
/** Names that Windows keeps for devices, with any extension. */
const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/
const longestName = 100
const deepestFolder = 4

/** The file that says what a backup is; the first of its entries. */
export const markerName = 'stipple-backup.json'
/** The list of everything in a backup; the last but one. */
export const manifestName = 'manifest.json'
/** Says where the manifest begins and what its hash is; the last entry. */
export const endName = 'stipple-end.json'

/** True for what a backup leaves out on purpose, by the name at the top of the library folder. */
export function isLeftOut(topName: string): boolean {
  return notBackedUp.test(topName)
}

/** True for a name (segments divided by slashes) that a file of a library can have: no way out of the folder, nothing that a system reads differently. */
export function isLibraryFileName(name: string): boolean {
  const segments = name.split('/')
  return (
    name.length <= longestName &&
    segments.length <= deepestFolder &&
    segments.every((segment) => plainSegment.test(segment) && !deviceName.test(segment)) &&
    !isLeftOut(segments[0]!) &&
    name !== markerName &&
    name !== manifestName &&
    name !== endName
  )
}

/** True for a file that stays as it is once it is there. A backup begins with these; what changes stands behind them, in its tail, so that more can be added. */
export function isLasting(name: string): boolean {
  return /^(objects|quarantine)\//.test(name)
}

/** Sorts names as a backup holds them: what lasts, then the tail. */
export function inBackupOrder(names: Iterable<string>): string[] {
  const all = [...names].sort()
  return [...all.filter(isLasting), ...all.filter((name) => !isLasting(name))]
}

/** Where a file of a library stands below its folder. */
export function libraryFilePath(folder: string, name: string): string {
  return join(folder, ...name.split('/'))
}
