import { AppError } from '../../shared/errors.ts'
import type { KeyStatus, ParsedInput, RequestName, RequestOutput } from '../../shared/ipc/contract.ts'
import type { Library } from '../library/library.ts'
import { newRecoveryKey } from '../library/recovery-key.ts'
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
        throw new AppError('refused', { reason: 'That isn’t the last group of the key. Compare it with your paper.' })
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
  const sampleIds = new Set<string>(library.cards().flatMap(({ client }) => (client.isSample ? client.clientId : [])))
  const isOwn = [...library.originals()].some(({ clientId }) => !sampleIds.has(clientId))
  return {
    hasPassphrase: passphrase,
    recoveryKeyMadeAt,
    device: device ? await deviceKeys.protection() : null,
    isRecoveryKeyDue: recoveryKeyMadeAt === null && isOwn,
  }
}

function isLastGroup(typed: string, written: string): boolean {
  const plain = (text: string) => text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replace(/[\s-]/g, '')
  const signs = plain(typed)
  return signs.length >= 4 && plain(written).endsWith(signs)
}
