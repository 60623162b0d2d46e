import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { help } from '../../electron/cli/help.ts'
import { ensureFreshBuild } from '../../scripts/fresh-build.mjs'
import { temporaryFolder } from './photo-files.ts'

const temporary = temporaryFolder()
const root = join(import.meta.dirname, '../..')
const head = (name: string) => join(root, 'tests/fixtures/heads', `london-${name}.jpg`)

function stipple(...given: string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'dist/cli/stipple.js'), ...given], { cwd: root }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code) : 0, out, error }),
    )
  })
}

beforeAll(() => ensureFreshBuild({ appFolder: root, log: () => undefined }), 120_000)

describe('stipple on the command line', () => {
  test('explains itself', async () => {
    expect(await stipple('--help')).toEqual({ code: 0, out: help, error: '' })
  })

  test.each([
    [['fly'], 'There is no command "fly".'],
    [['align', '--cases', 'x.json'], '"align" needs --cases FILE and --out FILE.'],
    [['compare', 'a.jpg', 'b.jpg', '--out', 'x.gif'], '--out must end in .png, .jpg or .jpeg.'],
    [['compare', 'a.jpg', 'b.jpg', '--size', '3'], 'There is no option --size here.'],
  ])('says what is wrong with %j', async (given, sentence) => {
    const { code, error } = await stipple(...given)
    expect(code).toBe(2)
    expect(error).toContain(sentence)
  })

  test('assesses a list; a bad photo doesn’t stop the others', async () => {
    const [cases, out] = [temporary('assess.json'), temporary('assessed.json')]
    const picture = (name: string) => join(root, 'tests/fixtures/assessment', `${name}.jpg`)
    const outline = [
      [30, 30],
      [810, 30],
      [810, 810],
      [30, 810],
    ]
    const about = { pixelsPerMm: 12, daysSinceSession: 42, head: null, zones: { treated: [outline], reference: [] } }
    await writeFile(
      cases,
      JSON.stringify([
        { id: 'missing', photo: 'nowhere.jpg', ...about },
        { id: 'wrong', photo: picture('even'), ...about, zones: { treated: [[[1, 2]]] } },
        { id: 'even', photo: picture('even'), ...about },
        { id: 'bare', photo: picture('before'), ...about },
      ]),
    )
    expect((await stipple('assess', '--cases', cases, '--out', out)).code).toBe(0)
    const [missing, wrong, even, bare] = JSON.parse(await readFile(out, 'utf8'))
    expect(missing).toMatchObject({ id: 'missing', error: { code: 'file-unreadable' } })
    expect(wrong).toMatchObject({ id: 'wrong', error: { code: 'invalid-request' } })
    expect(even).toMatchObject({ id: 'even', verdict: 'judged', patches: [] })
    expect(even.dots.length).toBeGreaterThan(5000)
    expect(even.densityMap.values.flat().some((value: number | null) => value !== null && value > 50)).toBe(true)
    expect(bare).toMatchObject({ id: 'bare', verdict: 'greyed', reasons: expect.arrayContaining(['no-dots']) })
  })

  test('aligns a list; a bad pair doesn’t stop the others', async () => {
    const [cases, out] = [temporary('cases.json'), temporary('results.json')]
    const points = [
      [350, 300],
      [300, 250],
    ]
    const marks = points.map((point) => ({ reference: point, moving: point }))
    await writeFile(temporary('broken.jpg'), 'no picture at all')
    await writeFile(
      cases,
      JSON.stringify([
        { id: 'missing', reference: 'nowhere.jpg', moving: head('042_08'), points },
        { id: 'broken', reference: head('042_03'), moving: 'broken.jpg', points },
        { id: 'same', reference: head('042_03'), moving: head('042_08'), points },
        { id: 'itself by hand', reference: head('042_03'), moving: head('042_03'), points, landmarks: marks },
      ]),
    )
    expect((await stipple('align', '--cases', cases, '--out', out)).code).toBe(0)
    const results = JSON.parse(await readFile(out, 'utf8'))
    expect(results.map(({ id }: { id: string }) => id)).toEqual(['missing', 'broken', 'same', 'itself by hand'])
    expect(results[0].error).toEqual({ code: 'file-unreadable', message: 'nowhere.jpg: The file isn’t there.' })
    expect(results[1].error.code).toBe('unsupported-format')
    expect(results[1].error.message).toMatch(/^broken\.jpg: /)
    expect(results[2]).toMatchObject({ outcome: 'aligned', method: 'automatic', reasons: [] })
    expect(results[2].points).toHaveLength(2)
    expect(results[3].method).toBe('by-hand')
    for (const [i, [x, y]] of results[3].points.entries()) {
      expect(Math.hypot(x - points[i]![0]!, y - points[i]![1]!)).toBeLessThan(1)
    }
  })

  test('a list that is no list is named', async () => {
    const cases = temporary('wrong.json')
    await writeFile(cases, '[{"id": 1}]')
    const { code, error } = await stipple('align', '--cases', cases, '--out', temporary('none.json'))
    expect(code).toBe(1)
    expect(error).toContain('wrong.json: The list of pairs is wrong at "0.id"')
    expect(existsSync(temporary('none.json'))).toBe(false)
  })

  test.each(['png', 'jpg'])('compares two photos into a %s without metadata', async (extension) => {
    const out = temporary(`both.${extension}`)
    const { code, out: said } = await stipple('compare', head('042_03'), head('042_08'), '--out', out)
    expect([code, said]).toEqual([0, `both.${extension}: aligned\n`])
    const { width, height, format, exif } = await sharp(out).metadata()
    expect([width, height, format, exif]).toEqual([1403, 700, extension === 'png' ? 'png' : 'jpeg', undefined])
    const pane = (left: number) =>
      sharp(out).extract({ left, top: 140, width: 700, height: 260 }).greyscale().raw().toBuffer()
    const [before, after] = await Promise.all([pane(0), pane(703)])
    const original = await sharp(head('042_03'))
      .extract({ left: 0, top: 140, width: 700, height: 260 })
      .greyscale()
      .raw()
      .toBuffer()
    const difference = (one: Buffer, other: Buffer) =>
      one.reduce((sum, value, i) => sum + Math.abs(value - other[i]!), 0) / one.length
    expect(difference(before, original)).toBeLessThan(2)
    const unaligned = await sharp(head('042_08'))
      .extract({ left: 0, top: 140, width: 700, height: 260 })
      .greyscale()
      .raw()
      .toBuffer()
    expect(difference(after, before)).toBeLessThan(0.75 * difference(unaligned, original))
  })

  test('writes nothing when the photos can’t be aligned, and says so', async () => {
    const out = temporary('never.png')
    const blank = temporary('blank.png')
    await sharp({ create: { width: 700, height: 700, channels: 3, background: '#998877' } })
      .png()
      .toFile(blank)
    const { code, error } = await stipple('compare', head('042_03'), blank, '--out', out)
    expect(code).toBe(3)
    expect(error).toContain('couldn’t be aligned, so nothing was written')
    expect(existsSync(out)).toBe(false)
  })

  test('names a photo that isn’t there and a folder that isn’t there', async () => {
    const missing = await stipple('compare', head('042_03'), 'gone.jpg', '--out', temporary('x.png'))
    expect([missing.code, missing.error]).toEqual([1, 'stipple: gone.jpg: The file isn’t there.\n'])
    const nowhere = await stipple(
      'compare',
      head('042_03'),
      head('042_08'),
      '--out',
      join(temporary('no-folder'), 'x.png'),
    )
    expect([nowhere.code, nowhere.error]).toEqual([
      1,
      'stipple: x.png: Its folder isn’t there or can’t be written to.\n',
    ])
  })
})
