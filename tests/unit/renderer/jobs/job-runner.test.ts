import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { jobFraction } from '../../../../renderer/jobs/job-item.ts'
import { type ItemContext, JobRunner } from '../../../../renderer/jobs/job-runner.ts'

const kindsOf = (job: JobRunner<number, number>) => job.state.items.map(({ state }) => state.kind)

/** A job whose items end when the test says so. */
function heldJob(count: number, concurrency: number) {
  const held = new Map<number, { succeed: () => void; fail: (error: unknown) => void; context: ItemContext }>()
  const job = new JobRunner<number, number>({
    inputs: Array.from({ length: count }, (_, index) => index),
    concurrency,
    onChange: () => undefined,
    work: (input, context) =>
      new Promise((resolve, reject) => {
        held.set(input, { succeed: () => resolve(input * 10), fail: reject, context })
        context.signal.addEventListener('abort', () => reject(new Error('stopped')))
      }),
  })
  return { job, held }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('JobRunner', () => {
  test.prop([fc.array(fc.boolean(), { maxLength: 30 }), fc.integer({ min: 1, max: 5 })])(
    'runs every item once, never more at a time than allowed; a failure stays with its item',
    async (fails, concurrency) => {
      let running = 0
      let mostRunning = 0
      const job = new JobRunner<boolean, string>({
        inputs: fails,
        concurrency,
        onChange: () => undefined,
        work: async (isBad) => {
          mostRunning = Math.max(mostRunning, ++running)
          await Promise.resolve()
          running -= 1
          if (isBad) throw new Error('bad')
          return 'good'
        },
      })
      await job.start()
      expect(job.state.items.map(({ state }) => state.kind)).toEqual(fails.map((isBad) => (isBad ? 'failed' : 'done')))
      expect(job.isRunning).toBe(false)
      expect(mostRunning).toBeLessThanOrEqual(concurrency)
    },
  )

  it('keeps what is done, stops what runs and drops what waits when it is cancelled', async () => {
    const { job, held } = heldJob(5, 2)
    const whole = job.start()
    held.get(0)!.succeed()
    await settle()
    expect(kindsOf(job)).toEqual(['done', 'running', 'running', 'waiting', 'waiting'])
    await job.cancel()
    await whole
    expect(kindsOf(job)).toEqual(['done', 'cancelled', 'cancelled', 'cancelled', 'cancelled'])
    expect(held.has(3)).toBe(false)
    expect(job.isRunning).toBe(false)
  })

  it('runs failed and cancelled items again, and only those', async () => {
    const { job, held } = heldJob(3, 3)
    void job.start()
    held.get(0)!.succeed()
    held.get(1)!.fail(new Error('unplugged'))
    await settle()
    await job.cancel()
    expect(kindsOf(job)).toEqual(['done', 'failed', 'cancelled'])
    held.clear()
    const again = job.retry()
    await settle()
    expect([...held.keys()]).toEqual([1, 2])
    held.get(1)!.succeed()
    held.get(2)!.succeed()
    await again
    expect(kindsOf(job)).toEqual(['done', 'done', 'done'])
  })

  it('counts ended items and the running items’ own progress', async () => {
    const { job, held } = heldJob(4, 2)
    void job.start()
    held.get(0)!.succeed()
    await settle()
    held.get(1)!.context.onProgress(0.5, 'Read the photo')
    expect(jobFraction(job.state.items)).toBeCloseTo((1 + 0.5) / 4)
    expect(job.state.items[1]!.state).toEqual({ kind: 'running', fraction: 0.5, step: 'Read the photo' })
    await job.cancel()
    expect(jobFraction(job.state.items)).toBe(1)
    expect(jobFraction([])).toBe(1)
  })

  it('takes no notice of progress that is told after the end', async () => {
    const { job, held } = heldJob(1, 1)
    const whole = job.start()
    held.get(0)!.succeed()
    await whole
    held.get(0)!.context.onProgress(0.3, 'late')
    expect(job.state.items[0]!.state).toEqual({ kind: 'done', output: 0 })
  })
})
