import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { Ledger } from '../../electron/library/ledger.ts'
import { chainStart, decodeLine, encodeLine, lineHash } from '../../electron/library/ledger-line.ts'
import { type KeyedRecord, openedLines, readLedger } from '../../electron/library/ledger-reading.ts'
import type { LibraryKeys } from '../../electron/library/library-keys.ts'
import type { LibraryFiles } from '../../electron/library/originals.ts'
import { sealEntry } from '../../electron/library/sealed-entry.ts'
import { clientAdded, emptyLibraryFiles } from './temporary-library.ts'

/** Opens a ledger and reads all of it. */
async function openLedger({ layout, keys }: LibraryFiles) {
  const found: KeyedRecord[] = []
  const opened = await Ledger.open(layout, keys, () => ({
    visit: openedLines(keys, (records) => found.push(...records)),
  }))
  return { ...opened, records: found.map(({ record }) => record) }
}

/** A damaged ledger is opened for reading only, or not at all where nothing is left before the damage; its file stays as it is. */
async function expectDamage(files: LibraryFiles) {
  const before = await readFile(files.layout.ledger)
  const opened = await openLedger(files).catch((error: unknown) => {
    expect(error).toMatchObject({ code: 'library-damaged' })
  })
  if (opened) {
    expect(opened.damage).toBeDefined()
    expect(opened.records).toHaveLength(opened.damage!.afterSeq)
    await expect(append(opened.ledger, clientAdded())).rejects.toMatchObject({ code: 'library-read-only' })
    await opened.ledger.close()
  }
  expect(await readFile(files.layout.ledger)).toEqual(before)
  return opened?.damage
}

type Added = ReturnType<typeof clientAdded>

async function ledgerWith(batches: number) {
  const { layout, keys } = await emptyLibraryFiles()
  const { ledger } = await openLedger({ layout, keys })
  for (let batch = 0; batch < batches; batch++)
    await append(ledger, clientAdded(`Client ${batch}`), clientAdded(`Twin ${batch}`))
  await ledger.close()
  return { path: layout.ledger, layout, keys }
}

function append(ledger: Ledger, ...events: Added[]) {
  return ledger.append(
    events,
    events.map(({ data }) => data.clientId),
  )
}

async function sealedLine(keys: LibraryKeys, seq: number, prev: string, ...events: Added[]): Promise<string> {
  const keyIds = await keys.keyIdsFor(events.map(({ data }) => data.clientId))
  return encodeLine(sealEntry(keys, { seq, prev }, '2026-03-14T09:00:00.000Z', events, keyIds))
}

test('what was appended is read again, in order, with its sequence numbers', async () => {
  const { layout, keys } = await ledgerWith(3)
  const { records, ledger, tornSetAside } = await openLedger({ layout, keys })
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
  const [next] = await append(ledger, clientAdded())
  expect(next?.seq).toBe(7)
  await ledger.close()
})

test('a last line that a crash cut short is set aside and the ledger goes on', async () => {
  const { path, layout, keys } = await ledgerWith(2)
  const whole = (await readFile(path)).length
  await appendFile(path, (await sealedLine(keys, 5, chainStart, clientAdded())).slice(0, 120))
  const { ledger, records, tornSetAside } = await openLedger({ layout, keys })
  expect(records).toHaveLength(4)
  expect(tornSetAside).toBe(true)
  expect((await readFile(path)).length).toBe(whole)
  expect((await readdir(layout.ledgerFolder)).filter((name) => name.startsWith('torn-'))).toHaveLength(1)
  await append(ledger, clientAdded())
  await ledger.close()
  expect(readLedger(await readFile(path), keys).records).toHaveLength(5)
})

test('cutting the file anywhere loses only lines that are not whole', async () => {
  const { path, keys } = await ledgerWith(3)
  const bytes = await readFile(path)
  const ends = [...bytes.keys()].filter((at) => bytes[at] === 10).map((at) => at + 1)
  for (let length = 0; length <= bytes.length; length += 7) {
    const wholeLines = ends.filter((end) => end <= length).length
    expect(readLedger(bytes.subarray(0, length), keys).records).toHaveLength(wholeLines * 2)
  }
})

/** A line with one bit of its last box changed. */
function flipped(line: string): string {
  const at = line.length - 40
  return `${line.slice(0, at)}${String.fromCharCode(line.charCodeAt(at) ^ 1)}${line.slice(at + 1)}`
}

test.each(['flipped', 'removed', 'swapped'])(
  'a %s record before the last is damage, and nothing is changed',
  async (kind) => {
    const { path, layout, keys } = await ledgerWith(3)
    const lines = (await readFile(path, 'utf8')).split('\n').slice(0, 3)
    const damaged = {
      flipped: [flipped(lines[0]!), lines[1], lines[2]],
      removed: [lines[0], lines[2]],
      swapped: [lines[1], lines[0], lines[2]],
    }[kind]!
    const text = `${damaged.join('\n')}\n`
    await writeFile(path, text)
    const damage = await expectDamage({ layout, keys })
    // the last line that is whole tells how many there were
    expect(damage).toEqual({ removed: expect.objectContaining({ afterSeq: 2, lastSeq: 6 }) }[kind])
  },
)

test('a flipped bit in the last whole line is damage: it was acknowledged', async () => {
  const { path, layout, keys } = await ledgerWith(2)
  const text = `${flipped((await readFile(path, 'utf8')).trimEnd())}\n`
  await writeFile(path, text)
  expect(await expectDamage({ layout, keys })).toMatchObject({ afterSeq: 2, lastSeq: 2 })
})

test('a last line with the zeros of unwritten blocks was cut short by a power failure', async () => {
  const { path, layout, keys } = await ledgerWith(1)
  const line = Buffer.from(await sealedLine(keys, 3, chainStart, clientAdded()))
  await appendFile(path, line.fill(0, 10, 60))
  const { ledger, records, tornSetAside } = await openLedger({ layout, keys })
  expect([records.length, tornSetAside]).toEqual([2, true])
  await ledger.close()
})

test('a damaged line feed between the last two lines is damage, not a torn line', async () => {
  const { path, layout, keys } = await ledgerWith(3)
  const bytes = await readFile(path)
  const feeds = [...bytes.keys()].filter((at) => bytes[at] === 10)
  bytes[feeds[1]!] = 11
  await writeFile(path, bytes)
  expect(await expectDamage({ layout, keys })).toMatchObject({ afterSeq: 2 })
})

const threeLines = (async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-ledger-'))
  const { keys } = await emptyLibraryFiles(folder)
  const lines: string[] = []
  for (let seq = 1; seq <= 3; seq++) {
    const prev = lines.length === 0 ? chainStart : lineHash(lines.at(-1)!)
    const added = clientAdded(`Client ${seq}`, `6f1f4b8e-9c3f-4b61-8a55-0d8a4c9f1e2${seq}`)
    lines.push(await sealedLine(keys, seq, prev, added))
  }
  await rm(folder, { recursive: true })
  return { keys, text: lines.join('') }
})()

property.prop([fc.nat(), fc.integer({ min: 1, max: 255 })], { numRuns: 1000 })(
  'one changed byte never changes what is read in silence',
  async (at, by) => {
    const { keys, text } = await threeLines
    const bytes = Buffer.from(text)
    const before = readLedger(bytes, keys).records
    bytes[at % bytes.length]! ^= by
    let after: typeof before
    try {
      after = readLedger(bytes, keys).records
    } catch (error) {
      expect(error).toMatchObject({ name: 'AppError' })
      return
    }
    expect(before.slice(0, after.length)).toEqual(after)
    expect(after.length).toBeGreaterThanOrEqual(2)
  },
)

test('no name and no id of a client can be read in a ledger, and each client’s events open with that client’s key only', async () => {
  const { layout, keys } = await emptyLibraryFiles()
  const { ledger } = await openLedger({ layout, keys })
  const [anna, ben] = [clientAdded('Anna Beispiel'), clientAdded('Ben Muster')]
  const exported = { ...anna, type: 'client-restored', data: { clientId: anna.data.clientId } } as const
  await ledger.append([anna, ben, exported], [anna.data.clientId, ben.data.clientId, null])
  await ledger.close()
  const text = await readFile(layout.ledger, 'utf8')
  for (const secret of ['Anna', 'Ben', 'client-added', anna.data.clientId]) expect(text).not.toContain(secret)
  const { parts } = decodeLine(text.trimEnd()) as unknown as { parts: { key: string; box: string }[] }
  expect(parts.map(({ key }) => key)).toEqual(await keys.keyIdsFor([anna.data.clientId, ben.data.clientId, null]))
  const { records } = readLedger(await readFile(layout.ledger), keys)
  expect(records.map(({ seq, event }) => [seq, event])).toEqual([
    [1, anna],
    [2, ben],
    [3, exported],
  ])
})

test.each(['changed', 'moved', 'left out'])(
  'a box that was %s is damage even where checksum and chain were computed anew',
  async (kind) => {
    const { path, keys, layout } = await ledgerWith(2)
    const [first, second] = (await readFile(path, 'utf8')).trimEnd().split('\n') as [string, string]
    const entry = (line: string) =>
      decodeLine(line) as never as { parts: { key: string; box: string }[]; seq: number; prev: string }
    const [one, other] = [entry(first), entry(second)]
    const parts = {
      changed: [{ ...other.parts[0]!, box: `AAAA${other.parts[0]!.box.slice(4)}` }, other.parts[1]!],
      moved: [one.parts[0]!, other.parts[1]!],
      'left out': [other.parts[0]!],
    }[kind]!
    expect(readLedger(Buffer.from(`${first}\n${encodeLine({ ...other })}`), keys).records).toHaveLength(4)
    await writeFile(path, `${first}\n${encodeLine({ ...other, parts })}`)
    expect(await expectDamage({ layout, keys })).toMatchObject({ afterSeq: 2, lastSeq: 4 })
  },
)

test('an event of a later version is a newer library, not damage', async () => {
  const { layout, keys } = await emptyLibraryFiles()
  await mkdir(layout.ledgerFolder)
  const later = { type: 'zone-drawn', version: 1, data: { clientId: clientAdded().data.clientId } } as unknown as Added
  await writeFile(layout.ledger, await sealedLine(keys, 1, chainStart, later))
  await expect(openLedger({ layout, keys })).rejects.toMatchObject({ code: 'library-newer' })
})
