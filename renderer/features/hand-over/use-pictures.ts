import { useEffect, useState } from 'react'

/** Whether pictures are here, so that none is missing on paper. */
export type Pictures = 'coming' | 'here' | 'failed'

/** Loads pictures by their addresses. */
export function usePictures(addresses: readonly string[]): Pictures {
  const key = addresses.join(' ')
  const [ended, setEnded] = useState<{ readonly of: string; readonly as: 'here' | 'failed' }>()
  useEffect(() => {
    let isWanted = true
    const wanted = key === '' ? [] : key.split(' ')
    Promise.all(wanted.map(load)).then(
      () => isWanted && setEnded({ of: key, as: 'here' }),
      () => isWanted && setEnded({ of: key, as: 'failed' }),
    )
    return () => {
      isWanted = false
    }
  }, [key])
  return ended?.of === key ? ended.as : 'coming'
}

function load(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve()
    image.onerror = () => reject(new Error('a picture that can’t be loaded'))
    image.src = address
  })
}
