import { t } from '../../words/translate.ts'
import type { Point } from '../geometry/points.ts'

const rows = ['upper', 'middle', 'lower'] as const
const columns = ['left', 'middle', 'right'] as const

/** Where something lies in a zone as the picture shows it, in thirds of the zone's width and height. */
export type PlaceInZone = `${(typeof rows)[number]}-${(typeof columns)[number]}`
export const placesInZone = rows.flatMap((row) => columns.map((column): PlaceInZone => `${row}-${column}`))

/** Where a point lies among the outlines of a zone. */
export function placeInZone(point: Point, outlines: readonly (readonly Point[])[]): PlaceInZone {
  const points = outlines.flat()
  const third = (axis: 'x' | 'y') => {
    const values = points.map((corner) => corner[axis])
    const [least, most] = [Math.min(...values), Math.max(...values)]
    const share = most > least ? (point[axis] - least) / (most - least) : 0.5
    return share < 1 / 3 ? 0 : share > 2 / 3 ? 2 : 1
  }
  return `${rows[third('y')]}-${columns[third('x')]}`
}

/** A place of a zone in words: "Crown, upper left". Left and right are those of the picture. */
export function placeWords(zone: string, place: PlaceInZone): string {
  switch (place) {
    case 'upper-left':
      return t('{{zone}}, upper left', { zone })
    case 'upper-middle':
      return t('{{zone}}, upper middle', { zone })
    case 'upper-right':
      return t('{{zone}}, upper right', { zone })
    case 'middle-left':
      return t('{{zone}}, left', { zone })
    case 'middle-middle':
      return t('{{zone}}, middle', { zone })
    case 'middle-right':
      return t('{{zone}}, right', { zone })
    case 'lower-left':
      return t('{{zone}}, lower left', { zone })
    case 'lower-middle':
      return t('{{zone}}, lower middle', { zone })
    case 'lower-right':
      return t('{{zone}}, lower right', { zone })
  }
}
