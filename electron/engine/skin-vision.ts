import { type HeadEllipse, scaledHead } from '../../shared/domain/head.ts'
import { facePlaces } from '../../shared/domain/light/face-skin.ts'
import type { FaceSkin, SkinPicture } from '../../shared/domain/light/skin-picture.ts'
import { facePose } from '../../shared/domain/registration/face-pose.ts'
import { faceIn } from './face-vision.ts'
import { personIn } from './person-vision.ts'
import type { Pixels } from './pixels.ts'

/** A photo with what tells its bare skin from its scalp; `head` in full-size pixels. */
export async function skinIn(pixels: Pixels, head: HeadEllipse): Promise<SkinPicture> {
  return {
    ...pixels,
    head: scaledHead(head, pixels.widthPx / pixels.fullWidthPx),
    person: await personIn(pixels),
    face: await faceSkinIn(pixels),
  }
}

async function faceSkinIn(pixels: Pixels): Promise<FaceSkin | null> {
  const seen = await faceIn(pixels)
  if (!seen) return null
  const { face, mesh } = seen
  const { eyesToMouth } = facePose(face)
  const eyes = { x: (face.rightEye.x + face.leftEye.x) / 2, y: (face.rightEye.y + face.leftEye.y) / 2 }
  const up = { x: (eyes.x - face.mouth.x) / eyesToMouth, y: (eyes.y - face.mouth.y) / eyesToMouth }
  return { places: facePlaces(face, mesh), eyes, up, eyesToMouthPx: eyesToMouth }
}
