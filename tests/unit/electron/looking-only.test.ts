import { expect, test } from 'vitest'
import { damageOf } from '../../../electron/main/damage-of.ts'
import { lookingOnly } from '../../../electron/main/looking-only.ts'
import type { RequestHandlers } from '../../../electron/main/request-handlers.ts'
import { contract, type RequestName } from '../../../shared/ipc/contract.ts'

const names = Object.keys(contract) as RequestName[]

/** Handlers that answer with their own name. */
const answering = Object.fromEntries(names.map((name) => [name, async () => name])) as unknown as RequestHandlers

test('while a library is only looked at, every request that could change anything is refused with the reason', async () => {
  const handlers = lookingOnly(answering) as unknown as Record<RequestName, () => Promise<string>>
  const answered: string[] = []
  for (const name of names) {
    const said = await handlers[name]().catch((error: { code: string }) => error.code)
    expect([name, 'library-read-only']).toContain(said)
    if (said === name) answered.push(name)
  }
  const changing = /record|import|export\.|sample|check|backup\.make|head/
  expect(answered.filter((name) => changing.test(name))).toEqual([])
  expect(answered).toEqual(expect.arrayContaining(['library.clients', 'library.history', 'backup.restore']))
})

test('the window is told up to when everything is shown, and how much is known to be missing', () => {
  const lastAt = '2026-03-14T09:00:00.000Z'
  const damage = { reason: 'a record can’t be read after record 7', afterSeq: 7, lastSeq: 10 }
  const { reason } = damage
  expect(damageOf({ damage, lastAt })).toEqual({ reason, afterSeq: 7, shownUpTo: lastAt, missingCount: 3 })
  expect(damageOf({ damage: undefined, lastAt })).toBeNull()
})
