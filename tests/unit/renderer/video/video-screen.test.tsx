// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { VideoScreen } from '../../../../renderer/features/video/screen.tsx'
import type { Videos } from '../../../../renderer/ports.ts'
import type { PhotoId } from '../../../../shared/domain/ids.ts'
import { AppError } from '../../../../shared/errors.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { photoIdOf, photoOf } from '../photo-samples.ts'
import { showScreen } from '../show-screen.tsx'
import { CountedVideo } from './counted-video.ts'

const videoId = photoIdOf(1)

async function show(videos?: Videos) {
  const bridge = new InMemoryBridge()
  const clientId = bridge.addSample()
  const { treatmentId } = [...bridge.facts.treatments.values()][0]!
  const about = {
    clientId,
    treatmentId,
    format: 'mov' as const,
    fileName: 'IMG_1.mov',
    video: { durationSeconds: 2.5 },
  }
  bridge.record([{ type: 'photo-imported', version: 1, data: photoOf(1, { ...about, stage: 'session-1' }) }])
  const video = new CountedVideo([0, 0.5, 1, 1.5, 2], 2.5)
  const opened: PhotoId[] = []
  const player: Videos = videos ?? {
    open: async (id) => {
      opened.push(id)
      return video
    },
  }
  bridge.answers = {
    'video.take-frame': async ({ videoId: of, atSeconds }) => {
      const photoId = photoIdOf(2)
      const isNew = !bridge.facts.photos.has(photoId)
      const data = photoOf(2, { clientId, treatmentId, frameOf: { videoId: of, atSeconds } })
      if (isNew) bridge.record([{ type: 'photo-imported', version: 1, data }])
      return { photoId, isNew, lastSeq: bridge.records.length }
    },
  }
  const onBack = vi.fn()
  const ports = await showScreen(bridge, <VideoScreen videoId={videoId} onBack={onBack} />, { videos: player })
  return { bridge, video, opened, onBack, ports, user: userEvent.setup() }
}

const time = (text: string) => waitFor(() => expect(screen.getByRole('status').textContent).toBe(text))

describe('VideoScreen', () => {
  it('shows the first frame, and walks by the keyboard', async () => {
    const { user, opened } = await show()
    await time('0:00.00 of 0:02.50')
    expect(opened).toEqual([videoId])
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    await time('0:01.50 of 0:02.50')
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    await time('0:00.50 of 0:02.50')
    await user.keyboard('{End}')
    await time('0:02.00 of 0:02.50')
    await user.keyboard('{ArrowLeft}')
    await time('0:01.50 of 0:02.50')
    await user.keyboard('{Home}')
    await time('0:00.00 of 0:02.50')
  })

  it('the arrows go by frames on the slider too, and Space plays and stops', async () => {
    const { user } = await show()
    await time('0:00.00 of 0:02.50')
    const slider = screen.getByRole('slider', { name: 'Place in the video' })
    slider.focus()
    await user.keyboard('{ArrowRight}')
    await time('0:00.50 of 0:02.50')
    expect(slider.getAttribute('aria-valuetext')).toBe('0:00.50 of 0:02.50')
    await user.keyboard(' ')
    await screen.findByRole('button', { name: 'Stop' })
    await user.keyboard(' ')
    await screen.findByRole('button', { name: 'Play' })
  })

  it('takes the frame that is shown as a photo, which can be undone', async () => {
    const { user, bridge, video } = await show()
    await time('0:00.00 of 0:02.50')
    await user.keyboard('{ArrowRight}')
    await time('0:00.50 of 0:02.50')
    await user.click(screen.getByRole('button', { name: 'Take this frame as a photo' }))
    await screen.findByText('Frame at 0:00.50 taken as a photo')
    expect(video.taken).toEqual([0.5])
    const [sent] = bridge.inputsOf('video.take-frame')
    expect([sent?.videoId, sent?.atSeconds, new TextDecoder().decode(sent?.picture)]).toEqual([
      videoId,
      0.5,
      'frame at 0.5',
    ])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('Undone: Frame at 0:00.50 taken as a photo')
    expect(bridge.facts.photos.get(photoIdOf(2))?.isRemoved).toBe(true)
  })

  it('says so when the frame was taken before', async () => {
    const { user, bridge } = await show()
    await time('0:00.00 of 0:02.50')
    const take = screen.getByRole('button', { name: 'Take this frame as a photo' })
    await user.click(take)
    await screen.findByText('Frame at 0:00.00 taken as a photo')
    await waitFor(() => expect(take).toHaveProperty('disabled', false))
    await user.click(take)
    await screen.findByText('The frame at 0:00.00 is a photo already')
    expect(bridge.inputsOf('video.take-frame')).toHaveLength(2)
  })

  it('says plainly what this computer can’t play, and that the file is kept', async () => {
    const reason = 'It is coded in HEVC (H.265), which this computer can’t play.'
    await show({ open: () => Promise.reject(new AppError('unsupported-format', { reason })) })
    const said = await screen.findByRole('region', { name: 'This video can’t be played here' })
    expect(said.textContent).toContain(reason)
    expect(said.textContent).toContain('The file is kept as it is.')
    expect(screen.getByRole('button', { name: 'Take this frame as a photo' })).toHaveProperty('disabled', true)
  })
})
