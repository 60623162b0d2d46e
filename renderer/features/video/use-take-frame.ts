import { useCallback, useState } from 'react'
import type { Photo } from '../../../shared/domain/photo.ts'
import { videoTime } from '../../../shared/domain/video.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import type { OpenVideo } from '../../ports.ts'
import { showDone, showFailure } from '../../ui/undo-toast.tsx'
import { useOfferUndo } from '../../use-offer-undo.ts'
import { usePorts } from '../../use-ports.tsx'

/** Takes the frame that is shown as a photo, and offers to take that back. */
export function useTakeFrame(photo: Photo): {
  readonly isTaking: boolean
  readonly take: (video: OpenVideo, atSeconds: number) => Promise<void>
} {
  const { engine, library } = usePorts()
  const offerUndo = useOfferUndo()
  const [isTaking, setIsTaking] = useState(false)
  const { photoId: videoId } = photo
  const take = useCallback(
    async (video: OpenVideo, atSeconds: number) => {
      setIsTaking(true)
      try {
        const picture = await video.pictureAt(atSeconds, 'image/png')
        const { photoId, isNew } = await engine.takeFrame(videoId, atSeconds, picture)
        const label = t('Frame at {{time}} taken as a photo', { time: videoTime(atSeconds, 2) })
        if (!isNew) return showDone(t('The frame at {{time}} is a photo already', { time: videoTime(atSeconds, 2) }))
        library.remember({ label, events: [{ type: 'photo-removed', version: 1, data: { photoId } }] })
        offerUndo(label)
      } catch (error) {
        showFailure(errorSentence(error))
      } finally {
        setIsTaking(false)
      }
    },
    [engine, library, offerUndo, videoId],
  )
  return { isTaking, take }
}
