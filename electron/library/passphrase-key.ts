import { randomBytes } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'
import { keyByteLength } from '../sealed/sealed-box.ts'

/** What a key is made with from a passphrase, beside the passphrase. The limits keep a forged file from using up the memory or the day. */
export const stretchingSchema = z.object({
  salt: z.base64().min(24),
  memoryKiB: z
    .int()
    .min(8 * 1024)
    .max(1024 * 1024),
  passes: z.int().min(1).max(16),
})
export type Stretching = z.infer<typeof stretchingSchema>

/** How a new passphrase is stretched: Argon2id with 64 MiB and 3 passes (RFC 9106, section 4, second recommended option, on one lane). */
export function newStretching(): Stretching {
  return { salt: randomBytes(16).toString('base64'), memoryKiB: 64 * 1024, passes: 3 }
}

/** The key (32 bytes) that a passphrase stands for. The same letters typed on another keyboard or system give the same key (NFKC). */
export async function keyOfPassphrase(
  passphrase: string,
  { salt, memoryKiB, passes }: Stretching,
): Promise<Uint8Array> {
  return argon2id({
    password: Buffer.from(passphrase.normalize('NFKC')),
    salt: Buffer.from(salt, 'base64'),
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: 1,
    hashLength: keyByteLength,
    outputType: 'binary',
  })
}
