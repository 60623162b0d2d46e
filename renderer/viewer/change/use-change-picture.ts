import { useEffect, useState } from 'react'
import { isCancelled } from '../../error-messages.ts'
import { changePainter } from './change-painter.ts'
import type { ChangeRequest } from './change-request.ts'

/** Where the painting of a change stands; while another is painted, the one before stays. */
export interface ChangePictureState {
  readonly picture?: ImageBitmap
  /** Which pixels `picture` was made of, whatever its colours. */
  readonly of?: string
  readonly isPainting: boolean
  readonly fraction: number
  readonly failure?: { readonly error: unknown; readonly retry: () => void }
}

/** Paints a change away from the window's own work, and again whenever the request (memoise it) is another. Undefined: nothing is wanted yet. */
export function useChangePicture(request: ChangeRequest | undefined): ChangePictureState {
  const [attempt, setAttempt] = useState(0)
  const [fraction, setFraction] = useState(0)
  const [painted, setPainted] = useState<{ of: ChangeRequest; picture: ImageBitmap }>()
  const [failed, setFailed] = useState<{ of: ChangeRequest; attempt: number; error: unknown }>()
  useEffect(() => changePainter.use(), [])
  useEffect(() => {
    if (!request) return
    const controller = new AbortController()
    setFraction(0)
    changePainter.paint(request, controller.signal, setFraction).then(
      (picture) => setPainted({ of: request, picture }),
      (error: unknown) => !isCancelled(error) && setFailed({ of: request, attempt, error }),
    )
    return () => controller.abort()
  }, [request, attempt])
  useEffect(() => () => painted?.picture.close(), [painted])
  const hasFailed = failed !== undefined && failed.of === request && failed.attempt === attempt
  return {
    ...(painted && { picture: painted.picture, of: pixelsOf(painted.of) }),
    isPainting: request !== undefined && painted?.of !== request && !hasFailed,
    fraction,
    ...(hasFailed && { failure: { error: failed.error, retry: () => setAttempt(attempt + 1) } }),
  }
}

/** Names the pixels that a request is about. */
export function pixelsOf({ reference, moving }: ChangeRequest): string {
  return JSON.stringify([reference.key, moving.key])
}
