import { basename } from 'node:path'
import type { Point } from '../../../shared/domain/geometry/points.ts'
import { headWidthPx, scaledHead } from '../../../shared/domain/head.ts'
import {
  measureLightBetweenDots,
  measurePairLight as measureOnBareSkin,
} from '../../../shared/domain/light/measure-pair.ts'
import type { SkinPicture } from '../../../shared/domain/light/skin-picture.ts'
import { AppError } from '../../../shared/errors.ts'
import type { EngineTasks, PairPhoto, TaskContext } from '../../../shared/ipc/engine-tasks.ts'
import { naming } from '../name-file-in-error.ts'
import type { Pixels } from '../pixels.ts'
import { readUprightPixels } from '../sharp-images.ts'
import { skinIn } from '../skin-vision.ts'
import { headOf } from './find-head.ts'

type MeasurePairLight = EngineTasks['measure-pair-light']

/** Bare skin is measured on photos reduced to this. */
const readLongestSidePx = 1000
/** Between dots skin is seen from 6 px/mm on: a head of 155 mm is then this wide. */
const leastHeadWidthPx = 930
/** No more is read of a large photo. */
const fineLongestSidePx = 4000

/** Measures how the light of two photos compares: on bare skin, else, where that is allowed, between the dots of the scalp. */
export async function measurePairLight(
  { reference, moving, transform, drawn, mayUseScalp }: MeasurePairLight['input'],
  context: TaskContext,
): Promise<MeasurePairLight['output']> {
  const first = await readSkin(reference, context)
  const second = await readSkin(moving, context)
  const light = measureOnBareSkin(first, second, transform, drawn)
  const isFine = [first, second].every(
    ({ head, fullWidthPx, widthPx }) => headWidthPx(head) * (fullWidthPx / widthPx) >= leastHeadWidthPx,
  )
  if (light.kind === 'measured' || light.reason !== 'too-little-skin' || !transform || !mayUseScalp || !isFine)
    return light
  return measureLightBetweenDots(await readFinely(reference, first), await readFinely(moving, second), transform)
}

async function readSkin(photo: PairPhoto, { signal }: TaskContext): Promise<SkinPicture> {
  if (signal.aborted) throw new AppError('cancelled')
  const pixels = await readPixels(photo, readLongestSidePx)
  return skinIn(pixels, photo.head ?? (await headOf(pixels)))
}

/** The same photo with the pixels between its dots; where its head and face lie is known already. */
async function readFinely(photo: PairPhoto, { head, person, face, widthPx }: SkinPicture): Promise<SkinPicture> {
  const pixels = await readPixels(photo, fineLongestSidePx)
  const factor = pixels.widthPx / widthPx
  const scaled = ({ x, y }: Point): Point => ({ x: (x + 0.5) * factor - 0.5, y: (y + 0.5) * factor - 0.5 })
  return {
    ...pixels,
    head: scaledHead(head, factor),
    person,
    face: face && {
      places: face.places.map((place) => ({ ...place, ...scaled(place), radiusPx: place.radiusPx * factor })),
      eyes: scaled(face.eyes),
      up: face.up,
      eyesToMouthPx: face.eyesToMouthPx * factor,
    },
  }
}

function readPixels(photo: PairPhoto, longestSidePx: number): Promise<Pixels> {
  return naming(basename(photo.path), () => readUprightPixels(photo, longestSidePx))
}
