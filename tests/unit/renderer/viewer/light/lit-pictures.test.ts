import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { litPictures as ofWindow } from '../../../../../renderer/viewer/light/lit-pictures.ts'
import type { LitOrder } from '../../../../../renderer/viewer/light/lit-worker.ts'

/** A worker that answers when the test says so. */
class SlowWorker extends EventTarget {
  static started: SlowWorker[] = []
  readonly orders: LitOrder[] = []
  isTerminated = false

  constructor() {
    super()
    SlowWorker.started.push(this)
  }
  postMessage(order: LitOrder) {
    this.orders.push(order)
  }
  terminate() {
    this.isTerminated = true
  }
  done(megabytes = 20) {
    const data = { id: this.orders.at(-1)!.id, file: new ArrayBuffer(megabytes * 1e6) }
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

const warmer = { red: 1.1, green: 1, blue: 0.9 }
const revoked: string[] = []
let litPictures: typeof ofWindow
const worker = () => SlowWorker.started.at(-1)!
const asked = () => SlowWorker.started.flatMap(({ orders }) => orders.map(({ address }) => address))

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.resetModules()
  SlowWorker.started = []
  revoked.length = 0
  vi.stubGlobal('Worker', SlowWorker)
  let made = 0
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${made++}`)
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void revoked.push(address))
  ;({ litPictures } = await import('../../../../../renderer/viewer/light/lit-pictures.ts'))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('copies are made one at a time, after a moment, and told', () => {
  const first = litPictures.use('a', warmer)
  const second = litPictures.use('b', warmer)
  const onMade = vi.fn()
  first.onMade(onMade)
  expect(asked()).toEqual([])
  vi.advanceTimersByTime(500)
  expect(asked()).toEqual(['a'])
  worker().done()
  expect(onMade).toHaveBeenCalledOnce()
  expect([first.address, second.address]).toEqual(['blob:0', undefined])
  expect(asked()).toEqual(['a', 'b'])
})

test('what is let go before its turn is never made; one copy serves all who look at it', () => {
  litPictures.use('a', warmer).release()
  const one = litPictures.use('b', warmer)
  const other = litPictures.use('b', { ...warmer })
  vi.advanceTimersByTime(500)
  worker().done()
  expect(asked()).toEqual(['b'])
  one.release()
  expect(other.address).toBe('blob:0')
  expect(litPictures.use('b', warmer).address).toBe('blob:0')
})

test('of those that nobody looks at, the latest two photos’ are kept, and none that is as large as a full size', () => {
  for (const [address, megabytes] of [
    ['a', 20],
    ['b', 20],
    ['c', 20],
  ] as const) {
    const picture = litPictures.use(address, warmer)
    vi.advanceTimersByTime(500)
    worker().done(megabytes)
    picture.release()
  }
  expect(revoked).toEqual(['blob:0'])
  const full = litPictures.use('full', warmer)
  vi.advanceTimersByTime(500)
  worker().done(50)
  full.release()
  expect(revoked).toContain('blob:3')
})

test('the worker, and the pixels in it, end when nothing is to be made', () => {
  litPictures.use('a', warmer)
  vi.advanceTimersByTime(500)
  worker().done()
  expect(worker().isTerminated).toBe(false)
  vi.advanceTimersByTime(10_000)
  expect(worker().isTerminated).toBe(true)
})
