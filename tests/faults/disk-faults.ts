import type { DiskCall } from './watched-disk.ts'

const failure = (code: string) => Object.assign(new Error(code), { code })

/** What may happen at a call, and to those after it. */
export const faults = {
  'the process ends': (at: number) => (call: DiskCall) => {
    if (call.number >= at) throw failure('EDEAD')
  },
  'the call fails once (EIO)': (at: number) => (call: DiskCall) => {
    if (call.number === at) throw failure('EIO')
  },
  'the disk is full from then on (ENOSPC)': (at: number) => (call: DiskCall) => {
    if (call.number >= at && isWriting(call)) throw failure('ENOSPC')
  },
  'the disk is read-only from then on (EROFS)': (at: number) => (call: DiskCall) => {
    if (call.number >= at && (isWriting(call) || /^(rename|rm|chmod|link)$/.test(call.name))) throw failure('EROFS')
  },
}

function isWriting({ name }: DiskCall): boolean {
  return /^(handle\.(write|writeFile|truncate|sync|datasync)|writeFile|mkdir)$/.test(name)
}
