import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { StoredDeviceKeys } from '../../../electron/main/device-key.ts'
import { makeKeyHandlers } from '../../../electron/main/key-handlers.ts'
import { deviceKeysOf } from '../../library/device-keys.ts'
import { addPhotos, openLibrary } from '../../library/filled-library.ts'
import { clientAdded, temporaryFolder } from '../../library/temporary-library.ts'
import { documentOf } from '../renderer/document-samples.ts'

async function handled() {
  const library = await openLibrary(join(await temporaryFolder(), 'library'))
  const deviceKeys: StoredDeviceKeys = { ...deviceKeysOf(), protection: async () => 'file' }
  return { library, ask: makeKeyHandlers(library, deviceKeys) }
}

test('a recovery key is due as soon as there are photos of one’s own, and no longer once it is kept', async () => {
  const { library, ask } = await handled()
  expect(await ask['keys.status']({})).toEqual({
    hasPassphrase: false,
    recoveryKeyMadeAt: null,
    device: 'file',
    isRecoveryKeyDue: false,
  })
  await addPhotos(library, 1)
  expect(await ask['keys.status']({})).toMatchObject({ isRecoveryKeyDue: true })
  const { written } = await ask['keys.new-recovery-key']({})
  expect(await ask['keys.status']({})).toMatchObject({ recoveryKeyMadeAt: null })
  await ask['keys.keep-recovery-key']({ lastGroup: ` ${written.slice(-4).toLowerCase()} ` })
  expect(await ask['keys.status']({})).toMatchObject({ isRecoveryKeyDue: false, recoveryKeyMadeAt: expect.any(String) })
})

test('a recovery key is due for a form of one’s own client, too', async () => {
  const { library, ask } = await handled()
  const document = documentOf(1)
  const { clientId, treatmentId } = document
  const client = clientAdded('Anna', clientId)
  const treatment = { treatmentId, clientId, name: 'T', sessionCount: 3, addedAt: client.data.addedAt }
  await library.record([client, { type: 'treatment-added', version: 1, data: treatment }])
  expect(await ask['keys.status']({})).toMatchObject({ isRecoveryKeyDue: false })
  await library.record([{ type: 'document-attached', version: 1, data: document }])
  expect(await ask['keys.status']({})).toMatchObject({ isRecoveryKeyDue: true })
})

test.each(['', 'XXXX', '-'])('“%s” isn’t the last group: the key isn’t kept', async (lastGroup) => {
  const { library, ask } = await handled()
  await expect(ask['keys.keep-recovery-key']({ lastGroup })).rejects.toMatchObject({ code: 'refused' })
  await ask['keys.new-recovery-key']({})
  await expect(ask['keys.keep-recovery-key']({ lastGroup })).rejects.toMatchObject({ code: 'refused' })
  expect(library.keys.recoveryKeyMadeAt).toBeNull()
})

test('a passphrase is changed or removed only by who knows the present one', async () => {
  const { library, ask } = await handled()
  const { written } = await ask['keys.new-recovery-key']({})
  await ask['keys.keep-recovery-key']({ lastGroup: written.slice(-4) })
  await ask['keys.set-passphrase']({ present: null, next: 'correct horse' })
  expect(await ask['keys.status']({})).toMatchObject({ hasPassphrase: true, device: null })
  for (const present of [null, '', 'incorrect horse'])
    await expect(ask['keys.set-passphrase']({ present, next: null })).rejects.toMatchObject({
      code: 'wrong-passphrase',
    })
  await ask['keys.set-passphrase']({ present: 'correct horse', next: null })
  expect(library.keys.opensBy).toEqual({ device: true, passphrase: false })
})
