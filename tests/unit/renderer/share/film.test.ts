import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { filmOf, secondsOf } from '../../../../renderer/features/share/film.ts'
import type { Scene } from '../../../../renderer/features/share/scene.ts'

const scenes = (kind: 'slider-video' | 'wipe-video' | 'stages-video' | 'blink', photos: number) => {
  const film = filmOf(kind, photos)!
  return { film, all: Array.from({ length: film.frames }, (_, frame) => film.sceneOf(frame)) }
}
const at = (scene: Scene | undefined) => (scene?.kind === 'split' ? scene.at : Number.NaN)

describe('a film', () => {
  it('of a slider begins and ends with the reference alone, and shows the moving photo alone between', () => {
    const { film, all } = scenes('slider-video', 2)
    expect(secondsOf(film)).toBe(6)
    expect([at(all[0]), at(all[90])]).toEqual([1, 0])
    expect(at(all.at(-1))).toBeGreaterThan(0.99)
  })

  it('of a wipe goes from the reference to the moving photo and stays there', () => {
    const { all } = scenes('wipe-video', 2)
    expect([at(all[0]), at(all.at(-1))]).toEqual([1, 0])
    expect(all.slice(-50).every((scene) => at(scene) === 0)).toBe(true)
  })

  test.prop([fc.integer({ min: 2, max: 5 })])(
    'of stages shows each alone for more than a second, in order',
    (photos) => {
      const { film, all } = scenes('stages-video', photos)
      for (let index = 0; index < photos; index++) {
        const alone = all.filter((scene) => scene.kind === 'one' && scene.index === index && scene.fade === 0)
        expect(alone.length / film.framesPerSecond).toBeGreaterThan(1)
      }
      const order = all.map((scene) => (scene.kind === 'one' ? scene.index + scene.fade : Number.NaN))
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(order.at(-1)).toBe(photos - 1)
    },
  )

  it('that blinks changes less than three times a second', () => {
    const { film, all } = scenes('blink', 2)
    expect(film.framesPerSecond).toBeLessThan(3)
    expect(all).toEqual([0, 1].map((index) => ({ kind: 'one', index, fade: 0 })))
  })

  test.prop([fc.constantFrom('slider-video' as const, 'wipe-video' as const)])('never jumps: %s', (kind) => {
    const { all } = scenes(kind, 2)
    for (const [index, scene] of all.entries())
      if (index > 0) expect(Math.abs(at(scene) - at(all[index - 1]))).toBeLessThan(0.03)
  })

  it('there is none of what stands still', () => {
    for (const kind of ['picture', 'stages', 'angles'] as const) expect(filmOf(kind, 4)).toBeUndefined()
  })
})
