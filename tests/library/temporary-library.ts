import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { StatedEvent } from '../../shared/domain/events.ts'
import { clientIdSchema } from '../../shared/domain/ids.ts'

/** An empty folder that is removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The event of a new client. */
export function clientAdded(
  name = 'Anna Beispiel',
  clientId: string = randomUUID(),
): Extract<StatedEvent, { type: 'client-added' }> {
  return {
    type: 'client-added',
    version: 1,
    data: {
      clientId: clientIdSchema.parse(clientId),
      name,
      isSample: false,
      addedAt: '2026-03-14T09:00:00.000Z',
      isRemoved: false,
    },
  }
}
