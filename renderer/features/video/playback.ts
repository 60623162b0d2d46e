import type { OpenVideo, VideoFrame } from '../../ports.ts'

type Wanted = { readonly kind: 'time'; readonly seconds: number } | { readonly kind: 'step'; readonly frames: number }

/** Two frames are never nearer to one another than this. */
const sameFrameSeconds = 1e-4

/** What playback tells: a frame to show, whether it runs, and what went wrong. */
export interface PlaybackListener {
  readonly onFrame: (frame: VideoFrame) => void
  readonly onPlaying: (isPlaying: boolean) => void
  readonly onFailure: (error: unknown) => void
}

/** Plays a video and walks through it frame by frame. Whatever is asked for while a frame is being decoded waits; of several times only the last one counts. */
export class Playback {
  readonly #video: OpenVideo
  readonly #listener: PlaybackListener
  #frame: VideoFrame | null = null
  #wanted: Wanted[] = []
  #isWorking = false
  /** Where the last jump goes that hasn't been shown yet. */
  #target: number | null = null
  /** Changes with every start and stop, so that a run that was stopped notices. */
  #run = 0
  #isPlaying = false
  #isClosed = false

  constructor(video: OpenVideo, listener: PlaybackListener) {
    this.#video = video
    this.#listener = listener
  }

  get isPlaying(): boolean {
    return this.#isPlaying
  }

  /** The time of the frame that is shown. */
  get atSeconds(): number {
    return this.#frame?.atSeconds ?? this.#video.startSeconds
  }

  /** Shows the frame at a time; beyond the ends, the first or the last. */
  seek(seconds: number): void {
    this.pause()
    const { startSeconds, endSeconds } = this.#video
    this.#target = Math.min(Math.max(seconds, startSeconds), endSeconds)
    this.#wanted = [{ kind: 'time', seconds: this.#target }]
    void this.#work()
  }

  /** Goes on, or back, by some seconds from where the last jump went. */
  jump(seconds: number): void {
    this.seek((this.#target ?? this.atSeconds) + seconds)
  }

  /** Shows the next frame (1) or the one before (-1); nothing changes at the ends. */
  step(frames: 1 | -1): void {
    this.pause()
    this.#wanted.push({ kind: 'step', frames })
    void this.#work()
  }

  /** Plays from the frame that is shown, from the beginning when it is the last one. */
  async play(): Promise<void> {
    if (this.#isPlaying || this.#isClosed) return
    this.#setPlaying(true)
    const run = ++this.#run
    const isCurrent = () => run === this.#run && !this.#isClosed
    try {
      const shownCount = await this.#playFrom(this.atSeconds, isCurrent)
      if (shownCount <= 1 && isCurrent()) await this.#playFrom(this.#video.startSeconds, isCurrent)
    } catch (error) {
      if (isCurrent()) this.#listener.onFailure(error)
    } finally {
      if (isCurrent()) this.#setPlaying(false)
    }
  }

  /** Shows every frame at its time, or later where decoding is slow; how many. */
  async #playFrom(from: number, isCurrent: () => boolean): Promise<number> {
    const beganMs = performance.now() - from * 1000
    let shownCount = 0
    for await (const frame of this.#video.frames(from)) {
      await wait(beganMs + frame.atSeconds * 1000 - performance.now())
      if (!isCurrent()) break
      this.#show(frame)
      shownCount++
    }
    return shownCount
  }

  /** Stops at the frame that is shown. */
  pause(): void {
    if (!this.#isPlaying) return
    this.#run++
    this.#setPlaying(false)
  }

  /** Ends everything; nothing is told from then on. */
  close(): void {
    this.#isClosed = true
    this.#wanted = []
    this.#run++
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return
    this.#isWorking = true
    try {
      for (let next = this.#wanted.shift(); next && !this.#isClosed; next = this.#wanted.shift()) {
        const frame = await (next.kind === 'time' ? this.#frameAt(next.seconds) : this.#neighbour(next.frames))
        if (frame && !this.#isClosed) this.#show(frame)
      }
    } catch (error) {
      this.#wanted = []
      if (!this.#isClosed) this.#listener.onFailure(error)
    } finally {
      this.#isWorking = false
      this.#target = null
    }
  }

  async #frameAt(seconds: number): Promise<VideoFrame | null> {
    return this.#video.frameAt(seconds)
  }

  async #neighbour(frames: number): Promise<VideoFrame | null> {
    const at = this.atSeconds
    if (frames < 0)
      return at - sameFrameSeconds < this.#video.startSeconds ? null : this.#frameAt(at - sameFrameSeconds)
    for await (const frame of this.#video.frames(at)) if (frame.atSeconds > at + sameFrameSeconds) return frame
    return null
  }

  #show(frame: VideoFrame): void {
    this.#frame = frame
    this.#listener.onFrame(frame)
  }

  #setPlaying(isPlaying: boolean): void {
    this.#isPlaying = isPlaying
    if (!this.#isClosed) this.#listener.onPlaying(isPlaying)
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)))
}
