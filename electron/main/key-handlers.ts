import { AppError } from '../../shared/errors.ts'
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/ipc/contract.ts'
import type { KeyStatus } from '../../shared/ipc/keys.ts'
import { t } from '../../shared/words/translate.ts'
import type { Library } from '../library/library.ts'
import { newRecoveryKey, signsOf } from '../library/recovery-key.ts'
import type { StoredDeviceKeys } from './device-key.ts'

type KeyRequest = Extract<RequestName, `keys.${string}`>

/** The requests about who can open the library. */
export type KeyHandlers = { [Name in KeyRequest]: (input: ParsedInput<Name>) => Promise<RequestOutput<Name>> }

/** The handlers of an open library's keys. A new recovery key is kept only once its last group was typed from the paper. */
export function makeKeyHandlers(library: Library, deviceKeys: StoredDeviceKeys): KeyHandlers {
  const { keys } = library
  let shown: string | undefined
  return {
    'keys.status': () => keyStatus(library, deviceKeys),
    'keys.new-recovery-key': async () => {
      shown = newRecoveryKey()
      return { written: shown }
    },
    'keys.keep-recovery-key': async ({ lastGroup }) => {
      if (shown === undefined || !isLastGroup(lastGroup, shown))
        throw new AppError('refused', {
          reason: t('That isn’t the last group of the key. Compare it with your paper.'),
        })
      await keys.setRecoveryKey(shown)
      shown = undefined
      return {}
    },
    'keys.set-passphrase': async ({ present, next }) => {
      if (keys.opensBy.passphrase && !(await keys.isPassphrase(present ?? ''))) throw new AppError('wrong-passphrase')
      await keys.setPassphrase(next)
      return {}
    },
  }
}

async function keyStatus(library: Library, deviceKeys: StoredDeviceKeys): Promise<KeyStatus> {
  const { keys } = library
  const { passphrase, device } = keys.opensBy
  const { recoveryKeyMadeAt } = keys
  return {
    hasPassphrase: passphrase,
    recoveryKeyMadeAt,
    device: device ? await deviceKeys.protection() : null,
    isRecoveryKeyDue: recoveryKeyMadeAt === null && holdsOwnFiles(library),
  }
}

/** True when there is anything of a client who isn't the sample. */
function holdsOwnFiles(library: Library): boolean {
  const sampleIds = new Set<string>(library.cards().flatMap(({ client }) => (client.isSample ? client.clientId : [])))
  for (const { clientId } of library.originals()) if (!sampleIds.has(clientId)) return true
  return false
}

function isLastGroup(typed: string, written: string): boolean {
  const signs = signsOf(typed)
  return signs.length >= 4 && signsOf(written).endsWith(signs)
}
