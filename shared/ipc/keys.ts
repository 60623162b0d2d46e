import { z } from 'zod'

/** What a person types to open a library. */
export const secretSchema = z.object({ by: z.enum(['passphrase', 'recovery']), text: z.string().min(1).max(1000) })
export type Secret = z.infer<typeof secretSchema>

/** A passphrase that may be set. */
export const passphraseSchema = z.string().min(8).max(1000)

/** Who can open the library. `device`: where this computer's key lies; null when only a passphrase opens it. */
export const keyStatusSchema = z.object({
  hasPassphrase: z.boolean(),
  recoveryKeyMadeAt: z.iso.datetime().nullable(),
  device: z.enum(['keychain', 'file']).nullable(),
  /** The library is the user's own by now, and without a recovery key all of it hangs on this computer. */
  isRecoveryKeyDue: z.boolean(),
})
export type KeyStatus = z.infer<typeof keyStatusSchema>
