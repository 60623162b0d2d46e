import { sampleBilinear } from '../registration/plane.ts'
import { isExposed, lightAt, reachIn, type SkinPicture } from './skin-picture.ts'
import { skinTest, usualSkin } from './usual-skin.ts'

/** What a pixel shows: nothing that can be used, bare skin beside the scalp (ears, neck), or the scalp with whatever is in it. */
export const skinKinds = { none: 0, beside: 1, scalp: 2 } as const

/** The outline of a head is known only this exactly (shares of its radius): between the two nothing is told. */
const [scalpReach, besideReach] = [0.94, 1.03]
/** Farther away the alignment of a head says nothing. */
const farthestReach = 1.9
const leastPerson = 0.6
/** With a face in the photo the scalp begins this far above the eyes (in eyes to mouth), and bare skin beside it ends at the eyes. */
const scalpAboveEyes = 1.05

/** What each pixel of a photo shows: by where it lies, and beside the scalp by the photo's own skin, never by absolute colours. */
export function kindsOfSkin(picture: SkinPicture): Uint8Array {
  const { widthPx, heightPx, head } = picture
  const kinds = new Uint8Array(widthPx * heightPx)
  const usual = usualSkin(picture)
  if (!usual) return kinds
  const isSkin = skinTest(usual)
  const reach = reachIn(head)
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, at++) {
      const out = reach(x, y)
      if (out > farthestReach || (out > scalpReach && out < besideReach) || !isExposed(picture, at)) continue
      const above = aboveEyes(picture, x, y)
      if (out <= scalpReach) kinds[at] = above === null || above > scalpAboveEyes ? skinKinds.scalp : skinKinds.none
      else if ((above ?? 0) <= 0 && isSkin(lightAt(picture, at)) && personAt(picture, x, y) >= leastPerson)
        kinds[at] = skinKinds.beside
    }
  }
  return kinds
}

/** How far above the eyes a place lies, in eyes to mouth; null where no face is seen. */
function aboveEyes({ face }: SkinPicture, x: number, y: number): number | null {
  if (!face) return null
  return ((x - face.eyes.x) * face.up.x + (y - face.eyes.y) * face.up.y) / face.eyesToMouthPx
}

function personAt({ person, widthPx, heightPx }: SkinPicture, x: number, y: number): number {
  return sampleBilinear(
    person,
    ((x + 0.5) * person.widthPx) / widthPx - 0.5,
    ((y + 0.5) * person.heightPx) / heightPx - 0.5,
  )
}
