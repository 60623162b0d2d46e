import { useEffect, useState } from 'react'

/** An image of an address, decoded and ready to be painted; undefined until then and where it can't be loaded. */
export function usePicture(address: string): HTMLImageElement | undefined {
  const [loaded, setLoaded] = useState<{ address: string; image: HTMLImageElement }>()
  useEffect(() => {
    const image = new Image()
    let isWanted = true
    image.onload = () => isWanted && setLoaded({ address, image })
    image.src = address
    return () => {
      isWanted = false
    }
  }, [address])
  return loaded?.address === address ? loaded.image : undefined
}
