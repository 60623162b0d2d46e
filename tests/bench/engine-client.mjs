import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const enginePath = fileURLToPath(new URL('../../dist/engine/engine.js', import.meta.url))

/** Starts the built engine. `run` does one task and gives its output and the milliseconds of each step that it told of. */
export async function startEngine() {
  if (!existsSync(enginePath)) throw new Error('There is no built engine: run "npm run build" first.')
  const child = fork(enginePath, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', () => reject(new Error('The engine ended before it was ready.')))
  })
  let id = 0
  const run = (name, input) =>
    new Promise((resolve, reject) => {
      const own = ++id
      const steps = new Map()
      let [step, since] = ['Reading the photos', performance.now()]
      const close = (next) => {
        const now = performance.now()
        steps.set(step, (steps.get(step) ?? 0) + now - since)
        ;[step, since] = [next, now]
      }
      child.on('message', function listen(reply) {
        if (reply.id !== own) return
        if (reply.kind === 'progress') return close(reply.step)
        close('')
        child.off('message', listen)
        if (reply.kind === 'done') resolve({ output: reply.output, steps })
        else reject(new Error(`${name} failed: ${reply.error.code}`))
      })
      child.send({ id: own, name, input })
    })
  return { run, stop: () => child.kill() }
}
