/** A page's size and the room on it, in millimetres. */
export interface Paper {
  readonly name: 'a4' | 'phone'
  readonly widthMm: number
  readonly heightMm: number
  /** What the text may take: the page without its margins and its foot. */
  readonly roomMm: number
  /** How wide a map is: as wide as the text, or less where the baseline stands beside it. */
  readonly mapMm: number
}

/** A4: margins of 15 mm at the sides and 14 mm at the top, 18 mm at the bottom for the foot. */
export const a4: Paper = { name: 'a4', widthMm: 210, heightMm: 297, roomMm: 265, mapMm: 118 }

/** As tall as a phone's screen (9 : 16), margins of 5 mm, 7 mm at the bottom for the foot. */
export const phone: Paper = { name: 'phone', widthMm: 90, heightMm: 160, roomMm: 148, mapMm: 80 }

/** CSS pixels a millimetre, on paper as on the screen. */
export const pxPerMm = 96 / 25.4
