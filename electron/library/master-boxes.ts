import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { Secret } from '../../shared/ipc/keys.ts'
import { keyByteLength, openBox, sealBox } from '../sealed/sealed-box.ts'
import { keyOfPassphrase, newStretching, stretchingSchema } from './passphrase-key.ts'
import { keyOfRecoveryKey } from './recovery-key.ts'

const boxSchema = z.base64()

/** The master key, sealed for one way to open it: this computer's key, a recovery key on paper, a passphrase. */
export const masterBoxSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('device'), box: boxSchema }),
  z.object({ by: z.literal('recovery'), box: boxSchema, madeAt: z.iso.datetime() }),
  z.object({ by: z.literal('passphrase'), box: boxSchema, stretching: stretchingSchema }),
])
export type MasterBox = z.infer<typeof masterBoxSchema>

const contextOf = (by: MasterBox['by']) => `stipple master key, by ${by}`

/** Seals the master key for this computer. The given key is overwritten. */
export function boxByDevice(deviceKey: Uint8Array, master: Uint8Array): MasterBox {
  return { by: 'device', box: sealed(deviceKey, master, 'device') }
}

/** Seals the master key for a recovery key as it is written; undefined when it was mistyped. */
export function boxByRecovery(written: string, master: Uint8Array): MasterBox | undefined {
  const key = keyOfRecoveryKey(written)
  return key && { by: 'recovery', box: sealed(key, master, 'recovery'), madeAt: new Date().toISOString() }
}

/** Seals the master key for a passphrase, stretched anew. */
export async function boxByPassphrase(passphrase: string, master: Uint8Array): Promise<MasterBox> {
  const stretching = newStretching()
  const key = await keyOfPassphrase(passphrase, stretching)
  return { by: 'passphrase', box: sealed(key, master, 'passphrase'), stretching }
}

/** The master key by this computer's key, which is overwritten; undefined when no box is for it. */
export function masterByDevice(boxes: readonly MasterBox[], deviceKey: Uint8Array | undefined): Uint8Array | undefined {
  return deviceKey?.length === keyByteLength ? firstOpened(boxes, 'device', deviceKey) : undefined
}

/** The master key by what a person typed. Throws `wrong-passphrase` or `wrong-recovery-key`. */
export async function masterBySecret(boxes: readonly MasterBox[], { by, text }: Secret): Promise<Uint8Array> {
  const master = by === 'recovery' ? masterByRecovery(boxes, text) : await masterByPassphrase(boxes, text)
  if (!master) throw new AppError(by === 'recovery' ? 'wrong-recovery-key' : 'wrong-passphrase')
  return master
}

function masterByRecovery(boxes: readonly MasterBox[], written: string): Uint8Array | undefined {
  const key = keyOfRecoveryKey(written)
  return key && firstOpened(boxes, 'recovery', key)
}

async function masterByPassphrase(boxes: readonly MasterBox[], passphrase: string): Promise<Uint8Array | undefined> {
  for (const box of boxes) {
    if (box.by !== 'passphrase') continue
    const master = firstOpened([box], 'passphrase', await keyOfPassphrase(passphrase, box.stretching))
    if (master) return master
  }
  return undefined
}

function firstOpened(boxes: readonly MasterBox[], by: MasterBox['by'], key: Uint8Array): Uint8Array | undefined {
  const opened = boxes
    .filter((box) => box.by === by)
    .map(({ box }) => openBox(key, Buffer.from(box, 'base64'), contextOf(by)))
    .find((content) => content?.length === keyByteLength)
  key.fill(0)
  return opened && new Uint8Array(opened)
}

function sealed(key: Uint8Array, master: Uint8Array, by: MasterBox['by']): string {
  const box = sealBox(key, master, contextOf(by)).toString('base64')
  key.fill(0)
  return box
}
