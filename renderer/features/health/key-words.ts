import type { BackupStatus } from '../../../shared/ipc/care.ts'
import type { KeyStatus } from '../../../shared/ipc/keys.ts'
import { t } from '../../../shared/words/translate.ts'
import { instantLabel } from '../../ui/instant-label.ts'
import type { Finding } from './finding.ts'

/** Who can open the library, and what is lost with a key. */
export function keyFindings(status: KeyStatus, { last }: Pick<BackupStatus, 'last'>): Finding[] {
  const findings = [openingFinding(status), recoveryFinding(status)]
  if (last && status.recoveryKeyMadeAt !== null && last.at < status.recoveryKeyMadeAt)
    findings.push({
      isGood: false,
      sentence: t('The last backup is older than the recovery key, which doesn’t open it.'),
      toDo: t('Back up again.'),
    })
  return findings
}

function openingFinding({ hasPassphrase, device }: KeyStatus): Finding {
  if (hasPassphrase)
    return {
      isGood: true,
      sentence: t(
        'The library opens by its passphrase only. It locks at start, after ten minutes without a touch, and when the screen is locked or the computer goes to sleep.',
      ),
    }
  const who = t('There is no passphrase: whoever uses this computer under your name can open the library.')
  if (device === 'keychain')
    return {
      isGood: true,
      sentence: `${who} ${t('Its key is sealed by the system’s keychain.')}`,
      toDo: t('Set a passphrase if others work on this computer.'),
    }
  return {
    isGood: false,
    sentence: `${who} ${t('Its key lies in a plain file, since this computer has no keychain: whoever gets the disk can open it, too.')}`,
    toDo: t('Set a passphrase. Encrypt the computer’s disk as well (BitLocker, FileVault, LUKS).'),
  }
}

function recoveryFinding({ recoveryKeyMadeAt, isRecoveryKeyDue }: KeyStatus): Finding {
  if (recoveryKeyMadeAt !== null)
    return {
      isGood: true,
      sentence: t(
        'There is a recovery key, made on {{moment}}: with it, the library and its backups open on any computer. Keep its paper away from this one.',
        { moment: instantLabel(recoveryKeyMadeAt) },
      ),
    }
  if (!isRecoveryKeyDue)
    return { isGood: true, sentence: t('There is no recovery key. With the first photos of your own one is needed.') }
  return {
    isGood: false,
    sentence: t(
      'There is no recovery key. If this computer breaks or is replaced, neither the library nor its backups can be opened any more.',
    ),
    toDo: t('Make one and keep it on paper. It takes a minute.'),
  }
}
