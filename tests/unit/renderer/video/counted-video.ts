import type { OpenVideo, VideoFrame } from '../../../../renderer/ports.ts'

/** A video whose frames begin at given times; what was asked of it can be read. */
export class CountedVideo implements OpenVideo {
  readonly widthPx = 320
  readonly heightPx = 180
  readonly startSeconds: number
  readonly endSeconds: number
  readonly asked: number[] = []
  readonly taken: number[] = []
  isClosed = false
  /** Decoding waits for this. */
  ready: Promise<void> = Promise.resolve()
  failure: Error | undefined
  readonly #times: readonly number[]

  constructor(times: readonly number[], endSeconds: number) {
    this.#times = times
    this.startSeconds = times[0]!
    this.endSeconds = endSeconds
  }

  async frameAt(seconds: number): Promise<VideoFrame | null> {
    this.asked.push(seconds)
    await this.ready
    if (this.failure) throw this.failure
    const at = this.#times.findLast((time) => time <= seconds)
    return at === undefined ? null : frameOf(at)
  }

  async *frames(fromSeconds: number): AsyncGenerator<VideoFrame> {
    await this.ready
    if (this.failure) throw this.failure
    const first = this.#times.findLastIndex((time) => time <= fromSeconds)
    for (const time of this.#times.slice(Math.max(0, first))) yield frameOf(time)
  }

  async pictureAt(seconds: number, type: 'image/png' | 'image/jpeg'): Promise<Blob> {
    this.taken.push(seconds)
    return new Blob([`frame at ${seconds}`], { type })
  }

  close(): void {
    this.isClosed = true
  }
}

function frameOf(atSeconds: number): VideoFrame {
  return { picture: document.createElement('canvas'), widthPx: 320, heightPx: 180, atSeconds }
}
