import { z } from 'zod'

/**
 * The head in a photo as an ellipse, in pixels of the upright full-size photo (pixel centres at whole numbers).
 * `angleDegrees` turns the first half-axis clockwise from the image's x axis.
 */
export const headEllipseSchema = z.object({
  centreX: z.number(),
  centreY: z.number(),
  radiusX: z.number().positive(),
  radiusY: z.number().positive(),
  angleDegrees: z.number(),
})
export type HeadEllipse = z.infer<typeof headEllipseSchema>

/** A head ellipse, who drew it, and in which turn of the photo it holds. */
export const headSchema = z.object({
  ellipse: headEllipseSchema,
  by: z.enum(['automatic', 'hand']),
  quarterTurns: z.int().min(0).max(3),
})

/** Width of the head in pixels: the smaller of the ellipse's two diameters. */
export function headWidthPx(ellipse: HeadEllipse): number {
  return 2 * Math.min(ellipse.radiusX, ellipse.radiusY)
}

/** A head in the same picture made `factor` times as large; pixel x comes to (x + ½)·factor − ½. */
export function scaledHead(head: HeadEllipse, factor: number): HeadEllipse {
  return {
    centreX: (head.centreX + 0.5) * factor - 0.5,
    centreY: (head.centreY + 0.5) * factor - 0.5,
    radiusX: head.radiusX * factor,
    radiusY: head.radiusY * factor,
    angleDegrees: head.angleDegrees,
  }
}
