import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { EnginePool } from '../../../electron/engine-pool/engine-pool.ts'
import { spawnNodeEngine } from '../../../electron/engine-pool/node-engine.ts'
import { speak } from '../../../shared/words/translate.ts'

/** A real child process that speaks the engine's protocol and does what the path in its input says. */
const script = `
process.on('message', ({ id, name, input, language }) => {
  if (name === 'cancel') return
  const send = (reply) => process.send(reply)
  const [what, argument] = input.photo.path.split(':')
  if (what === 'pid') send({ kind: 'done', id, output: process.pid, isSpent: false })
  if (what === 'language') send({ kind: 'done', id, output: language, isSpent: false })
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

function makePool(size = 1, limitMs = 60_000, idleMs = 60_000) {
  let started = 0
  const pool = new EnginePool(
    () => {
      started++
      return spawnNodeEngine(join(folder, 'engine.cjs'))
    },
    size,
    { 'find-head': limitMs },
    idleMs,
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

test('a process that has long had nothing to do ends, and the next task starts another', async () => {
  const { run, started } = makePool(1, 60_000, 300)
  const pid = (await run('pid')) as unknown as number
  const isRunning = () => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  await vi.waitFor(() => expect(isRunning()).toBe(false), { timeout: 10_000 })
  expect(await run('pid')).not.toBe(pid)
  expect(started()).toBe(2)
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

test('each task is told the language that is spoken when it is asked for', async () => {
  const { run } = makePool()
  onTestFinished(() => speak('en'))
  speak('de')
  expect(await run('language')).toBe('de')
  speak('en')
  expect(await run('language')).toBe('en')
})

test('what is done ahead waits for everything that somebody looks at', async () => {
  const { run } = makePool()
  const order: string[] = []
  const told = (what: string, options = {}) => run('pid', options).then(() => order.push(what))
  await Promise.all([told('running'), told('ahead', { isAhead: true }), told('looked at'), told('looked at too')])
  expect(order).toEqual(['running', 'looked at', 'looked at too', 'ahead'])
})
