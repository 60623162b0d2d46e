import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchMovement } from '../../../../renderer/viewer/movement.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('changes in quick succession are a movement, which ends a moment after the last of them', () => {
  const onMoving = vi.fn()
  const movement = watchMovement(onMoving)
  for (let frame = 0; frame < 30; frame++) {
    movement.changed()
    vi.advanceTimersByTime(17)
  }
  expect(onMoving.mock.calls).toEqual([[true]])
  vi.advanceTimersByTime(300)
  expect(onMoving.mock.calls).toEqual([[true], [false]])
})

test('single steps are none', () => {
  const onMoving = vi.fn()
  const movement = watchMovement(onMoving)
  for (let press = 0; press < 5; press++) {
    movement.changed()
    vi.advanceTimersByTime(400)
  }
  expect(onMoving).not.toHaveBeenCalled()
})

test('nothing is said once it has ended', () => {
  const onMoving = vi.fn()
  const movement = watchMovement(onMoving)
  movement.changed()
  movement.changed()
  movement.end()
  vi.advanceTimersByTime(1000)
  expect(onMoving.mock.calls).toEqual([[true]])
})
