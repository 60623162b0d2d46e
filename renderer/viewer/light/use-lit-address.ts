import { useEffect, useState } from 'react'
import type { ColourCorrection } from '../../../shared/domain/light/colour-correction.ts'
import { litPictures } from './lit-pictures.ts'

/** Where a copy of a picture in corrected light is; undefined until it is made, and where nothing is to be corrected. */
export function useLitAddress(address: string, correction: ColourCorrection | undefined): string | undefined {
  const [lit, setLit] = useState<{ of: string; address: string | undefined }>()
  const wanted = correction && JSON.stringify([address, correction])
  useEffect(() => {
    if (!wanted || typeof Worker === 'undefined') return
    const picture = litPictures.use(...(JSON.parse(wanted) as [string, ColourCorrection]))
    const tell = () => setLit({ of: wanted, address: picture.address })
    tell()
    const stop = picture.onMade(tell)
    return () => {
      stop()
      picture.release()
    }
  }, [wanted])
  return lit && lit.of === wanted ? lit.address : undefined
}
