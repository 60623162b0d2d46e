import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { libraryLayout } from '../../electron/library/layout.ts'
import { Ledger, readLedger } from '../../electron/library/ledger.ts'
import { chainStart, encodeLine, lineHash } from '../../electron/library/ledger-line.ts'
import { clientAdded, temporaryFolder } from './temporary-library.ts'

async function ledgerWith(batches: number): Promise<{ path: string; layout: ReturnType<typeof libraryLayout> }> {
  const layout = libraryLayout(await temporaryFolder())
  const { ledger } = await Ledger.open(layout)
  for (let batch = 0; batch < batches; batch++)
    await ledger.append([clientAdded(`Client ${batch}`), clientAdded(`Twin ${batch}`)])
  await ledger.close()
  return { path: layout.ledger, layout }
}

test('what was appended is read again, in order, with its sequence numbers', async () => {
  const { layout } = await ledgerWith(3)
  const { records, ledger, tornSetAside } = await Ledger.open(layout)
  expect(records.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
  expect(records.map(({ event }) => (event.type === 'client-added' ? event.data.name : ''))).toEqual([
    'Client 0',
    'Twin 0',
    'Client 1',
    'Twin 1',
    'Client 2',
    'Twin 2',
  ])
  expect(tornSetAside).toBe(false)
  const [next] = await ledger.append([clientAdded()])
  expect(next?.seq).toBe(7)
  await ledger.close()
})

test('a last line that a crash cut short is set aside and the ledger goes on', async () => {
  const { path, layout } = await ledgerWith(2)
  const whole = (await readFile(path)).length
  await appendFile(path, encodeLine({ seq: 5, prev: chainStart, at: '', events: [clientAdded()] }).slice(0, 60))
  const { ledger, records, tornSetAside } = await Ledger.open(layout)
  expect(records).toHaveLength(4)
  expect(tornSetAside).toBe(true)
  expect((await readFile(path)).length).toBe(whole)
  expect((await readdir(layout.ledgerFolder)).filter((name) => name.startsWith('torn-'))).toHaveLength(1)
  await ledger.append([clientAdded()])
  await ledger.close()
  expect(readLedger(await readFile(path)).records).toHaveLength(5)
})

test('cutting the file anywhere loses only lines that are not whole', async () => {
  const { path } = await ledgerWith(3)
  const bytes = await readFile(path)
  const ends = [...bytes.keys()].filter((at) => bytes[at] === 10).map((at) => at + 1)
  for (let length = 0; length <= bytes.length; length += 7) {
    const wholeLines = ends.filter((end) => end <= length).length
    expect(readLedger(bytes.subarray(0, length)).records).toHaveLength(wholeLines * 2)
  }
})

test.each(['flipped', 'removed', 'swapped'])(
  'a %s record before the last is refused, and nothing is changed',
  async (kind) => {
    const { path, layout } = await ledgerWith(3)
    const lines = (await readFile(path, 'utf8')).split('\n').slice(0, 3)
    const damaged = {
      flipped: [lines[0]!.replace('Client 0', 'Client X'), lines[1], lines[2]],
      removed: [lines[0], lines[2]],
      swapped: [lines[1], lines[0], lines[2]],
    }[kind]!
    const text = `${damaged.join('\n')}\n`
    await writeFile(path, text)
    await expect(Ledger.open(layout)).rejects.toMatchObject({ code: 'library-damaged' })
    expect(await readFile(path, 'utf8')).toBe(text)
  },
)

test('a flipped bit in the last whole line is damage: it was acknowledged', async () => {
  const { path, layout } = await ledgerWith(2)
  const text = (await readFile(path, 'utf8')).replace('Twin 1', 'Twin 3')
  await writeFile(path, text)
  await expect(Ledger.open(layout)).rejects.toMatchObject({ code: 'library-damaged' })
  expect(await readFile(path, 'utf8')).toBe(text)
})

test('a last line with the zeros of unwritten blocks was cut short by a power failure', async () => {
  const { path, layout } = await ledgerWith(1)
  const line = Buffer.from(encodeLine({ seq: 3, prev: chainStart, at: '', events: [clientAdded()] }))
  await appendFile(path, line.fill(0, 10, 60))
  const { ledger, records, tornSetAside } = await Ledger.open(layout)
  expect([records.length, tornSetAside]).toEqual([2, true])
  await ledger.close()
})

test('a damaged line feed between the last two lines is damage, not a torn line', async () => {
  const { path, layout } = await ledgerWith(3)
  const bytes = await readFile(path)
  const feeds = [...bytes.keys()].filter((at) => bytes[at] === 10)
  bytes[feeds[1]!] = 11
  await writeFile(path, bytes)
  await expect(Ledger.open(layout)).rejects.toMatchObject({ code: 'library-damaged' })
})

property.prop([fc.nat(), fc.integer({ min: 1, max: 255 })], { numRuns: 1000 })(
  'one changed byte never changes what is read in silence',
  async (at, by) => {
    const lines: string[] = []
    for (let seq = 1; seq <= 3; seq++) {
      const prev = lines.length === 0 ? chainStart : lineHash(lines.at(-1)!)
      lines.push(
        encodeLine({
          seq,
          prev,
          at: '2026-03-14T09:00:00.000Z',
          events: [clientAdded(`Client ${seq}`, '6f1f4b8e-9c3f-4b61-8a55-0d8a4c9f1e22')],
        }),
      )
    }
    const bytes = Buffer.from(lines.join(''))
    const before = readLedger(bytes).records
    bytes[at % bytes.length]! ^= by
    let after: typeof before
    try {
      after = readLedger(bytes).records
    } catch (error) {
      expect(error).toMatchObject({ name: 'AppError' })
      return
    }
    expect(before.slice(0, after.length)).toEqual(after)
    expect(after.length).toBeGreaterThanOrEqual(2)
  },
)

test('an event of a later version is a newer library, not damage', async () => {
  const layout = libraryLayout(await temporaryFolder())
  await mkdir(layout.ledgerFolder)
  const later = { type: 'zone-drawn', version: 1, data: {} } as unknown as ReturnType<typeof clientAdded>
  await writeFile(
    layout.ledger,
    encodeLine({ seq: 1, prev: chainStart, at: '2026-03-14T09:00:00.000Z', events: [later] }),
  )
  await expect(Ledger.open(layout)).rejects.toMatchObject({ code: 'library-newer' })
})
