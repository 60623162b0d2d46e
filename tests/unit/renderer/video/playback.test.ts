// @vitest-environment happy-dom
import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, it, vi } from 'vitest'
import { Playback } from '../../../../renderer/features/video/playback.ts'
import { CountedVideo } from './counted-video.ts'

/** Uneven, as telephones film. */
const times = [0, 0.1, 0.18, 0.3, 0.42]

function start(video = new CountedVideo(times, 0.5)) {
  const shown: number[] = []
  const playing: boolean[] = []
  const failures: unknown[] = []
  const playback = new Playback(video, {
    onFrame: ({ atSeconds }) => shown.push(atSeconds),
    onPlaying: (isPlaying) => playing.push(isPlaying),
    onFailure: (error) => failures.push(error),
  })
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5))
  return { video, playback, shown, playing, failures, settled }
}

describe('Playback', () => {
  it('steps to exactly the next frame and the one before, however long they last', async () => {
    const { playback, shown, settled } = start()
    playback.seek(0)
    for (const step of [1, 1, 1, 1, 1, -1, -1, -1] as const) playback.step(step)
    await settled()
    expect(shown).toEqual([0, 0.1, 0.18, 0.3, 0.42, 0.3, 0.18, 0.1])
  })

  it('stays at the ends', async () => {
    const { playback, shown, settled } = start()
    playback.seek(-3)
    playback.step(-1)
    playback.seek(99)
    playback.step(1)
    await settled()
    expect(shown).toEqual([0, 0.42])
    playback.seek(-3)
    playback.step(-1)
    await settled()
    expect(shown.at(-1)).toBe(0)
  })

  it('of many places asked for while one is decoded shows only the last', async () => {
    const { video, playback, shown, settled } = start()
    let go = () => undefined as undefined
    video.ready = new Promise((resolve) => {
      go = () => void resolve() as undefined
    })
    for (let place = 0; place <= 40; place++) playback.seek(place / 100)
    go()
    await settled()
    expect(shown).toEqual([0, 0.3])
    expect(video.asked).toEqual([0, 0.4])
  })

  it('jumps add up, also while a frame is still decoded', async () => {
    const { playback, shown, settled } = start()
    for (let count = 0; count < 3; count++) playback.jump(0.1)
    await settled()
    expect(shown).toEqual([0.1, 0.3])
    playback.jump(-0.1)
    await settled()
    expect(shown.at(-1)).toBe(0.18)
  })

  it('plays every frame in its time to the end, and from the beginning once it is there', async () => {
    const { playback, shown, playing } = start()
    const began = performance.now()
    await playback.play()
    expect(shown).toEqual(times)
    expect(performance.now() - began).toBeGreaterThan(400)
    expect(playing).toEqual([true, false])
    await playback.play()
    expect(shown.slice(times.length)).toEqual([0.42, ...times])
  })

  it('stops at the frame that is shown, and a step stops it too', async () => {
    const { playback, shown, playing, settled } = start()
    const run = playback.play()
    await vi.waitFor(() => expect(shown).toContain(0.1))
    playback.step(1)
    await settled()
    expect(playback.isPlaying).toBe(false)
    await run
    expect(shown).toEqual([0, 0.1, 0.18])
    expect(playing).toEqual([true, false])
  })

  it('tells what can’t be decoded, and goes on with what can', async () => {
    const { video, playback, shown, failures, settled } = start()
    video.failure = new Error('broken')
    playback.seek(0.2)
    await settled()
    expect(failures).toEqual([video.failure])
    video.failure = undefined
    playback.seek(0.2)
    await settled()
    expect(shown).toEqual([0.18])
  })

  it('tells nothing after it is closed', async () => {
    const { playback, shown, playing, settled } = start()
    const run = playback.play()
    await vi.waitFor(() => expect(shown).toEqual([0]))
    playback.close()
    await run
    playback.seek(0.3)
    await settled()
    expect(shown).toEqual([0])
    expect(playing).toEqual([true])
  })

  property.prop([fc.array(fc.constantFrom(1 as const, -1 as const), { maxLength: 20 })])(
    'is after any steps where counting says',
    async (steps) => {
      const { playback, settled } = start()
      playback.seek(0)
      for (const step of steps) playback.step(step)
      await settled()
      const index = steps.reduce((at: number, step) => Math.min(times.length - 1, Math.max(0, at + step)), 0)
      expect(playback.atSeconds).toBe(times[index])
    },
  )
})
