import { z } from 'zod'

/** What is measured of one photo's head so that two photos can be compared; null where the picture doesn't show enough to measure it. */
export const photoMeasurementsSchema = z.object({
  /** Median relative luminance (linear sRGB, 0 to 1) of the skin: twice as much is one stop. */
  skinLuminance: z.number().positive().nullable(),
  /** Median ratio of red to blue (linear sRGB) of the skin: more is warmer. */
  skinRedToBlue: z.number().positive().nullable(),
  /** Width of the sharpest edges on the head in per cent of its width: more is less sharp. */
  edgeWidthPercent: z.number().positive().nullable(),
  /** Room between the head and the picture's edges in per cent of the head's width; negative where the head goes on beyond. */
  headRoomPercent: z.object({ above: z.number(), left: z.number(), right: z.number() }),
})
export type PhotoMeasurements = z.infer<typeof photoMeasurementsSchema>
