import type { Channel, GivenConsent } from './consent.ts'
import type { LedgerRecord } from './events.ts'
import { exportKeyOf } from './exported/export-row.ts'
import { withdrawnUpTo } from './exported/export-standing.ts'
import type { TakenDown } from './exported/taken-down.ts'

/** A picture that left the library for a channel, as the ledger tells it. */
export interface ChannelExport {
  readonly exportKey: string
  readonly seq: number
  /** When it was exported. */
  readonly at: string
  readonly channel: Channel
  readonly consentVersion: number
  readonly fileName: string
  /** SHA-256 of the file, by which it is found wherever it lies unchanged. */
  readonly outputSha256: string
  /** Null: it is out there, as far as anybody said. */
  readonly takenDown: TakenDown | null
}

/** What was exported for channels, oldest first, from the records of a client. */
export function channelExportsOf(records: readonly LedgerRecord[]): ChannelExport[] {
  const exports = new Map<string, ChannelExport>()
  for (const { seq, at, event } of records) {
    if (event.type === 'comparison-exported') {
      const { purpose, consentVersion, fileName, outputSha256 } = event.data
      if (purpose === 'for-the-client' || consentVersion === null) continue
      const exportKey = exportKeyOf(event.data)
      const about = { channel: purpose, consentVersion, fileName: fileName ?? '', outputSha256 }
      exports.set(exportKey, { exportKey, seq, at, ...about, takenDown: null })
    }
    if (event.type === 'export-taken-down') {
      const { exportKey, takenDown } = event.data
      const known = exports.get(exportKey)
      if (known) exports.set(exportKey, { ...known, takenDown })
    }
  }
  return [...exports.values()]
}

/** The exports that nobody consents to any more, also those that were taken down: whoever withdraws a consent withdraws those before it too, whose place it took. */
export function underWithdrawn(exports: readonly ChannelExport[], consents: readonly GivenConsent[]): ChannelExport[] {
  const withdrawn = withdrawnUpTo(consents)
  return exports.filter(({ consentVersion }) => consentVersion <= withdrawn)
}

/** Of those, the ones that are out there still. */
export function toTakeDown(exports: readonly ChannelExport[], consents: readonly GivenConsent[]): ChannelExport[] {
  return underWithdrawn(exports, consents).filter(({ takenDown }) => takenDown === null)
}
