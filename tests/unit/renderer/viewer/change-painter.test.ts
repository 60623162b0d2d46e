import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ChangeOrder, ChangeReply, ChangeRequest } from '../../../../renderer/viewer/change/change-request.ts'
import { identityTransform } from '../../../../shared/domain/geometry/transform.ts'

/** A worker that answers when the test says so. */
class SlowWorker extends EventTarget {
  static started: SlowWorker[] = []
  readonly orders: ChangeOrder[] = []
  isTerminated = false

  constructor() {
    super()
    SlowWorker.started.push(this)
  }

  postMessage(order: ChangeOrder): void {
    this.orders.push(order)
  }

  terminate(): void {
    this.isTerminated = true
  }

  answer(reply: ChangeReply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }))
  }

  done(): ImageBitmap {
    const picture = { width: 4, height: 3, close: vi.fn() } as unknown as ImageBitmap
    this.answer({ kind: 'done', id: this.orders.at(-1)!.id, picture })
    return picture
  }
}

const size = { widthPx: 4, heightPx: 3 }
const requestOf = (tolerance: number): ChangeRequest => ({
  reference: { file: 'reference', key: 'reference' },
  moving: { file: 'moving', key: 'moving' },
  frame: size,
  movingSize: size,
  transform: identityTransform,
  view: null,
  headWidthPx: 2,
  head: null,
  look: { kind: 'difference', tolerance },
})

beforeEach(() => {
  SlowWorker.started = []
  vi.stubGlobal('Worker', SlowWorker)
  vi.useFakeTimers()
  vi.resetModules()
})
afterEach(() => vi.useRealTimers())

async function freshPainter() {
  const { changePainter } = await import('../../../../renderer/viewer/change/change-painter.ts')
  const paint = (tolerance: number, signal = new AbortController().signal, onProgress = (_: number) => undefined) =>
    changePainter.paint(requestOf(tolerance), signal, onProgress).catch((error: { code: string }) => error.code)
  return { changePainter, paint }
}

describe('the painter of changes', () => {
  test('paints one picture after the other and leaves out what is no longer wanted', async () => {
    const { paint } = await freshPainter()
    const unwanted = new AbortController()
    const [first, second, third] = [paint(1), paint(2, unwanted.signal), paint(3)]
    unwanted.abort()
    const [worker] = SlowWorker.started
    expect(worker!.orders.map(({ request }) => request.look.tolerance)).toEqual([1])
    const painted = worker!.done()
    expect(await first).toBe(painted)
    expect(await second).toBe('cancelled')
    expect(worker!.orders.map(({ request }) => request.look.tolerance)).toEqual([1, 3])
    expect(await Promise.race([third, Promise.resolve('waiting')])).toBe('waiting')
    worker!.done()
    expect(await third).toMatchObject({ width: 4 })
  })

  test('throws away a picture that nobody wants any more when it comes', async () => {
    const { paint } = await freshPainter()
    const controller = new AbortController()
    const progress = vi.fn()
    const ending = paint(1, controller.signal, progress)
    const [worker] = SlowWorker.started
    worker!.answer({ kind: 'progress', id: worker!.orders[0]!.id, fraction: 0.3 })
    controller.abort()
    worker!.answer({ kind: 'progress', id: worker!.orders[0]!.id, fraction: 0.6 })
    const picture = worker!.done()
    expect(await ending).toBe('cancelled')
    expect(picture.close).toHaveBeenCalledOnce()
    expect(progress.mock.calls).toEqual([[0.3]])
  })

  test('says what failed, and starts anew after the worker broke', async () => {
    const { paint } = await freshPainter()
    const missing = paint(1)
    const [worker] = SlowWorker.started
    worker!.answer({ kind: 'failed', id: worker!.orders[0]!.id, code: 'photo-missing' })
    expect(await missing).toBe('photo-missing')
    const broken = paint(2)
    worker!.dispatchEvent(new Event('error'))
    expect(await broken).toBe('bug')
    expect(worker!.isTerminated).toBe(true)
    const again = paint(3)
    expect(SlowWorker.started).toHaveLength(2)
    SlowWorker.started[1]!.done()
    expect(await again).toMatchObject({ width: 4 })
  })

  test('ends the worker, and the pixels with it, some time after its last user has gone', async () => {
    const { changePainter, paint } = await freshPainter()
    const [leave, leaveToo] = [changePainter.use(), changePainter.use()]
    const ending = paint(1)
    const [worker] = SlowWorker.started
    worker!.done()
    await ending
    leave()
    vi.advanceTimersByTime(60_000)
    expect(worker!.isTerminated).toBe(false)
    leaveToo()
    vi.advanceTimersByTime(5_000)
    const back = changePainter.use()
    vi.advanceTimersByTime(60_000)
    expect(worker!.isTerminated).toBe(false)
    back()
    vi.advanceTimersByTime(10_001)
    expect(worker!.isTerminated).toBe(true)
  })
})
