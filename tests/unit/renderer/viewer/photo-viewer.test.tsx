// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LinkedViewers } from '../../../../renderer/viewer/linked-viewers.tsx'
import { needsFullSize, pictureOfPhoto } from '../../../../renderer/viewer/picture.ts'
import { type Viewport, wholePicture } from '../../../../shared/domain/geometry/viewport.ts'
import { photoOf } from '../photo-samples.ts'
import { stubLayout } from './pair-bench.tsx'

const photo = photoOf(1, { widthPx: 4000, heightPx: 3000 })
const other = photoOf(2, { widthPx: 4000, heightPx: 3000 })

function Viewers({ onViewport }: { onViewport: (viewport: Viewport) => void }) {
  const [viewport, setViewport] = useState(wholePicture)
  const pictures = [photo, other].map((shown, index) => ({
    key: shown.photoId,
    label: `Photo ${index + 1}`,
    picture: pictureOfPhoto(shown),
  }))
  const show = (next: Viewport) => {
    onViewport(next)
    setViewport(next)
  }
  return (
    <MantineProvider env="test">
      <LinkedViewers pictures={pictures} viewport={viewport} onViewport={show} />
    </MantineProvider>
  )
}

const imagesOf = (name: string) => [...screen.getByRole('application', { name }).querySelectorAll('img')]
const placeOf = (name: string) => imagesOf(name)[0]?.parentElement?.style.transform

beforeEach(stubLayout)
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('panes that look at the same place', () => {
  test('show the whole picture first, in the middle of each pane', () => {
    render(<Viewers onViewport={() => undefined} />)
    expect(placeOf('Photo 1')).toBe('translate(0px, 12.5px) scale(0.125)')
    expect(placeOf('Photo 2')).toBe(placeOf('Photo 1'))
  })

  test('all follow in the next frame when one of them is zoomed with the wheel, and at once when panned by keys', async () => {
    const onViewport = vi.fn()
    render(<Viewers onViewport={onViewport} />)
    const wheel = new WheelEvent('wheel', { deltaY: -300, bubbles: true, cancelable: true })
    fireEvent(screen.getByRole('application', { name: 'Photo 2' }), Object.assign(wheel, { clientX: 0, clientY: 200 }))
    await waitFor(() => expect(onViewport).toHaveBeenCalledOnce())
    expect(placeOf('Photo 1')).toBe(placeOf('Photo 2'))
    expect(placeOf('Photo 1')).toMatch(/^translate\(0px/)
    fireEvent.keyDown(screen.getByRole('application', { name: 'Photo 1' }), { key: 'ArrowRight' })
    expect(placeOf('Photo 2')).toMatch(/^translate\(-50px/)
    fireEvent.keyDown(screen.getByRole('application', { name: 'Photo 1' }), { key: '0' })
    expect(placeOf('Photo 2')).toBe('translate(0px, 12.5px) scale(0.125)')
  })

  test('make all moves of a frame, each from where the one before it led, and tell of them once', async () => {
    const onViewport = vi.fn()
    render(<Viewers onViewport={onViewport} />)
    const pane = screen.getByRole('application', { name: 'Photo 1' })
    const wheel = (deltaY: number) =>
      fireEvent(pane, Object.assign(new WheelEvent('wheel', { deltaY, bubbles: true, cancelable: true })))
    for (let notch = 0; notch < 5; notch++) wheel(-100)
    expect(onViewport).not.toHaveBeenCalled()
    await waitFor(() => expect(onViewport).toHaveBeenCalledOnce())
    expect(onViewport.mock.lastCall![0].zoom).toBeCloseTo(Math.exp(5 * 100 * 0.0018), 10)
  })

  test('lay the full size over the working copy as soon as the copy has too few pixels', () => {
    render(<Viewers onViewport={() => undefined} />)
    expect(imagesOf('Photo 1')).toHaveLength(1)
    fireEvent.keyDown(screen.getByRole('application', { name: 'Photo 1' }), { key: 'z' })
    expect(imagesOf('Photo 1').map(({ src }) => src)).toEqual([
      pictureOfPhoto(photo).workAddress,
      pictureOfPhoto(photo).fullAddress,
    ])
  })

  test('say that a photo is loading until it is there', () => {
    render(<Viewers onViewport={() => undefined} />)
    expect(screen.getAllByRole('status')).toHaveLength(2)
    for (const name of ['Photo 1', 'Photo 2']) fireEvent.load(imagesOf(name)[0]!)
    expect(screen.queryByRole('status')).toBeNull()
  })

  test('say so when a photo can’t be shown', () => {
    render(<Viewers onViewport={() => undefined} />)
    fireEvent.error(imagesOf('Photo 1')[0]!)
    expect(screen.getByRole('img', { name: 'This photo can’t be shown' })).toBeDefined()
    expect(imagesOf('Photo 2')).toHaveLength(1)
  })

  test('need no full size of a photo that is as small as its working copy', () => {
    expect(needsFullSize(pictureOfPhoto(photoOf(3, { widthPx: 1800, heightPx: 1800 })), 4)).toBe(false)
    expect(needsFullSize(pictureOfPhoto(photo), 0.6)).toBe(false)
    expect(needsFullSize(pictureOfPhoto(photo), 0.7)).toBe(true)
  })
})
