import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { EnginePool } from '../../../electron/engine-pool/engine-pool.ts'
import { spawnNodeEngine } from '../../../electron/engine-pool/node-engine.ts'

/** A real child process that speaks the engine's protocol and does what the path in its input says. */
const script = `
process.on('message', ({ id, name, input }) => {
  if (name === 'cancel') return
  const send = (reply) => process.send(reply)
  const [what, argument] = input.photo.path.split(':')
  if (what === 'pid') send({ kind: 'done', id, output: process.pid, isSpent: false })
  if (what === 'crash') process.kill(process.pid, 'SIGKILL')
  if (what === 'hang') for (;;) {}
  if (what === 'spent') send({ kind: 'failed', id, error: { code: 'engine-crashed', details: {} }, isSpent: true, stack: null })
  if (what === 'refuse') send({ kind: 'failed', id, error: { code: 'picture-damaged', details: { fileName: argument } }, isSpent: false })
  if (what === 'progress') {
    send({ kind: 'progress', id, fraction: 0.5, step: 'half' })
    send({ kind: 'done', id, output: {}, isSpent: false })
  }
  if (what === 'crash-once') {
    const fs = require('node:fs')
    if (!fs.existsSync(argument)) {
      fs.writeFileSync(argument, '')
      process.kill(process.pid, 'SIGKILL')
    }
    send({ kind: 'done', id, output: 'second try', isSpent: false })
  }
})
process.send({ kind: 'ready' })
`
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stipple-pool-'))
  await writeFile(join(folder, 'engine.cjs'), script)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function makePool(size = 1, limitMs = 60_000) {
  let started = 0
  const pool = new EnginePool(
    () => {
      started++
      return spawnNodeEngine(join(folder, 'engine.cjs'))
    },
    size,
    { 'find-head': limitMs },
  )
  onTestFinished(() => pool.close())
  const run = (path: string, options = {}) =>
    pool.run('find-head', { photo: { path, key: null, quarterTurns: 0 } }, options)
  return { pool, run, started: () => started }
}

test('one process does task after task', async () => {
  const { run, started } = makePool()
  expect(await run('pid')).toBe(await run('pid'))
  expect(started()).toBe(1)
})

test('two processes work side by side', async () => {
  const { run } = makePool(2)
  const pids = await Promise.all([run('pid'), run('pid')])
  expect(new Set(pids).size).toBe(2)
})

test('a crash is tried once more in a new process', async () => {
  const { run, started } = makePool()
  expect(await run(`crash-once:${join(folder, 'crashed')}`)).toBe('second try')
  expect(started()).toBe(2)
})

test('a second crash is told, and the next task goes on', async () => {
  const { run } = makePool()
  await expect(run('crash')).rejects.toMatchObject({ code: 'engine-crashed' })
  expect(await run('pid')).toBeGreaterThan(0)
})

test('a spent process is replaced even though it answered', async () => {
  const { run } = makePool()
  const first = await run('pid')
  await expect(run('spent')).rejects.toMatchObject({ code: 'engine-crashed' })
  expect(await run('pid')).not.toBe(first)
})

test('a hanging task is killed after its time, twice, and then told', async () => {
  const { run } = makePool(1, 300)
  await expect(run('hang')).rejects.toMatchObject({ code: 'engine-timeout' })
  expect(await run('pid')).toBeGreaterThan(0)
})

test('cancelling a running task ends it within about a second; a waiting one never starts', async () => {
  const { run } = makePool()
  const abort = new AbortController()
  const running = run('hang', { signal: abort.signal })
  const waiting = run('pid', { signal: abort.signal })
  const after = run('pid')
  setTimeout(() => abort.abort(), 200)
  const cancelled = { code: 'cancelled' }
  await Promise.all([
    expect(running).rejects.toMatchObject(cancelled),
    expect(waiting).rejects.toMatchObject(cancelled),
  ])
  expect(await after).toBeGreaterThan(0)
})

test('errors and progress of a task reach its caller', async () => {
  const { run } = makePool()
  await expect(run('refuse:x.jpg')).rejects.toMatchObject({ code: 'picture-damaged', details: { fileName: 'x.jpg' } })
  const steps: unknown[] = []
  await run('progress', { onProgress: (fraction: number, step: string) => steps.push([fraction, step]) })
  expect(steps).toEqual([[0.5, 'half']])
})
