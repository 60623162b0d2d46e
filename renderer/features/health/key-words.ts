import type { BackupStatus } from '../../../shared/ipc/care.ts'
import type { KeyStatus } from '../../../shared/ipc/keys.ts'
import { instantLabel } from '../../ui/instant-label.ts'
import type { Finding } from './finding.ts'

const sealedDisk = 'Encrypt the computer’s disk as well (BitLocker, FileVault, LUKS).'

/** Who can open the library, and what is lost with a key. */
export function keyFindings(status: KeyStatus, { last }: Pick<BackupStatus, 'last'>): Finding[] {
  const findings = [openingFinding(status), recoveryFinding(status)]
  if (last && status.recoveryKeyMadeAt !== null && last.at < status.recoveryKeyMadeAt)
    findings.push({
      isGood: false,
      sentence: 'The last backup is older than the recovery key, which doesn’t open it.',
      toDo: 'Back up again.',
    })
  return findings
}

function openingFinding({ hasPassphrase, device }: KeyStatus): Finding {
  if (hasPassphrase)
    return {
      isGood: true,
      sentence:
        'The library opens by its passphrase only. It locks at start, after ten minutes without a touch, and when the screen is locked or the computer goes to sleep.',
    }
  const who = 'There is no passphrase: whoever uses this computer under your name can open the library.'
  if (device === 'keychain')
    return {
      isGood: true,
      sentence: `${who} Its key is sealed by the system’s keychain.`,
      toDo: 'Set a passphrase if others work on this computer.',
    }
  return {
    isGood: false,
    sentence: `${who} Its key lies in a plain file, since this computer has no keychain: whoever gets the disk can open it, too.`,
    toDo: `Set a passphrase. ${sealedDisk}`,
  }
}

function recoveryFinding({ recoveryKeyMadeAt, isRecoveryKeyDue }: KeyStatus): Finding {
  if (recoveryKeyMadeAt !== null)
    return {
      isGood: true,
      sentence: `There is a recovery key, made on ${instantLabel(recoveryKeyMadeAt)}: with it, the library and its backups open on any computer. Keep its paper away from this one.`,
    }
  if (!isRecoveryKeyDue)
    return { isGood: true, sentence: 'There is no recovery key. With the first photos of your own one is needed.' }
  return {
    isGood: false,
    sentence:
      'There is no recovery key. If this computer breaks or is replaced, neither the library nor its backups can be opened any more.',
    toDo: 'Make one and keep it on paper. It takes a minute.',
  }
}
