import { z } from 'zod'

/** What stands for the studio on what it hands out. `logo`: a PNG. */
export const studioSignSchema = z.object({
  name: z.string().trim().max(80),
  logo: z.instanceof(Uint8Array).nullable(),
})
