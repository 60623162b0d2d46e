import { open } from 'node:fs/promises'

/** From now on no file of this process is synced, though it is told that it was: the control of the tests of a power cut. */
export async function letSyncsDoNothing(): Promise<void> {
  const handle = await open(process.execPath)
  const handles = Object.getPrototypeOf(handle) as { sync: () => Promise<void>; datasync: () => Promise<void> }
  handles.sync = async () => undefined
  handles.datasync = async () => undefined
  await handle.close()
}
