import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Library } from '../../electron/library/library.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { clientIdSchema, treatmentIdSchema } from '../../shared/domain/ids.ts'
import { AppError } from '../../shared/errors.ts'
import type { OpeningProgress } from '../../shared/ipc/opening.ts'
import { deviceKeysOf } from './device-keys.ts'
import { temporaryFolder } from './temporary-library.ts'

const clientId = clientIdSchema.parse('10000000-0000-4000-8000-000000000001')
const treatmentId = treatmentIdSchema.parse('20000000-0000-4000-8000-000000000001')
const addedAt = '2026-03-14T09:00:00.000Z'

const begun: DomainEvent[] = [
  { type: 'client-added', version: 1, data: { clientId, name: 'Nora', isSample: false, addedAt, isRemoved: false } },
  {
    type: 'treatment-added',
    version: 1,
    data: { treatmentId, clientId, name: 'Treatment 1', sessionCount: 3, addedAt },
  },
]

function sessionRecorded(number: number): DomainEvent {
  const data = { treatmentId, stage: 'session-1' as const, isTouchUp: false, pigment: '', dilutions: [], needle: '' }
  return {
    type: 'session-recorded',
    version: 1,
    data: { ...data, zones: [], notes: `${'n'.repeat(3900)} ${number}` },
  }
}

test('reading a whole record tells how far it is, and can be left: the next start reads it all', async () => {
  const folder = join(await temporaryFolder(), 'library')
  const written = await Library.open(folder, deviceKeysOf())
  await written.record(begun)
  for (let batch = 0; batch < 15; batch++)
    await written.record(Array.from({ length: 100 }, (_, number) => sessionRecorded(100 * batch + number)))
  const count = written.lastSeq
  await written.close()
  await rm(join(folder, 'checkpoint'))

  const told: OpeningProgress[] = []
  const leaving = Library.open(folder, deviceKeysOf(), undefined, (progress) => {
    if (progress) told.push(progress)
    if (progress?.step === 'reading' && progress.share < 1) throw new AppError('cancelled')
  })
  await expect(leaving).rejects.toMatchObject({ code: 'cancelled' })
  expect(told.map(({ step }) => step)).toEqual(['starting', 'reading'])

  const reading: { recordCount: number; share: number }[] = []
  const library = await Library.open(folder, deviceKeysOf(), undefined, (progress) => {
    if (progress?.step === 'reading') reading.push(progress)
  })
  expect(library.lastSeq).toBe(count)
  expect(reading.length).toBeGreaterThan(1)
  expect(reading.at(-1)).toMatchObject({ recordCount: count, share: 1 })
  expect(reading).toEqual(reading.toSorted((one, other) => one.share - other.share))
  await library.close()
})
