import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './run-command.mjs'

const screen = '1600x1200x24'
const endSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Whether windows can be opened on a screen.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {boolean} always true on systems other than Linux
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Runs `run` with a virtual screen of 1600×1200 (Xvfb) as the display of the programs it starts. Only this process
 * and its children can see it. The screen ends with `run`, with this process, and on SIGINT, SIGTERM and SIGHUP.
 * @template T
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 * @throws {Error} when Xvfb does not start
 */
export async function withVirtualDisplay(run) {
  const folder = await mkdtemp(join(tmpdir(), 'stipple-display-'))
  const authority = join(folder, 'authority')
  const cookie = randomBytes(16).toString('hex')
  await allow(authority, ':0', cookie)
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-auth', authority], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const stop = () => server.kill('SIGTERM')
  const restoreSignals = onEndSignal(stop)
  const stopAtExit = () => {
    stop()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', stopAtExit)
  const ended = new Promise((resolve) => server.once('exit', resolve))
  try {
    const display = `:${await readDisplayNumber(server)}`
    await allow(authority, display, cookie)
    return await withEnvironment(
      { DISPLAY: display, XAUTHORITY: authority, WAYLAND_DISPLAY: undefined, XDG_SESSION_TYPE: 'x11' },
      run,
    )
  } finally {
    stop()
    process.off('exit', stopAtExit)
    restoreSignals()
    if (server.pid !== undefined) await ended
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Writes the display's password into the authority file. The server takes any entry; clients look for their display's.
 * @param {string} authority
 * @param {string} display
 * @param {string} cookie
 */
async function allow(authority, display, cookie) {
  const { exitCode, stderr } = await runCommand('xauth', ['-f', authority, 'add', display, '.', cookie])
  if (exitCode !== 0) throw new Error(`The virtual display could not be prepared: ${stderr.trim()}`)
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
async function readDisplayNumber(server) {
  let complaint = ''
  server.stderr?.setEncoding('utf8').on('data', (text) => {
    complaint += text
  })
  const failed = new Promise((_, reject) => {
    server.once('error', (error) => reject(new Error(`Xvfb did not start: ${error.message}`)))
    server.once('close', () => reject(new Error(`Xvfb did not start: ${complaint.trim()}`)))
  })
  failed.catch(() => {})
  const numberPipe = /** @type {import('node:stream').Readable} */ (server.stdio[3])
  const [number] = await Promise.race([once(numberPipe.setEncoding('utf8'), 'data'), failed])
  return number.trim()
}

/**
 * Calls `stop` on a signal that ends this process; the process then ends as it would have without us.
 * @param {() => void} stop
 * @returns {() => void} stops listening
 */
function onEndSignal(stop) {
  const listeners = endSignals.map((signal) => {
    const listener = () => {
      stop()
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal])
    }
    process.on(signal, listener)
    return { signal, listener }
  })
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener)
  }
}

/**
 * @template T
 * @param {Record<string, string | undefined>} values
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
async function withEnvironment(values, run) {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]))
  setEnvironment(values)
  try {
    return await run()
  } finally {
    setEnvironment(before)
  }
}

/** @param {Record<string, string | undefined>} values */
function setEnvironment(values) {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}
