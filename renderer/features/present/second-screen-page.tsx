import { useEffect, useState } from 'react'
import type { PresentScene } from '../../../shared/domain/present-scene.ts'
import classes from './present.module.css'
import { PresentRoom } from './present-room.tsx'

interface SecondScreenPageProps {
  /** Calls back with the present scene and with every later one that the desk sends; the function that ends the listening. */
  readonly onScene: (listener: (scene: PresentScene) => void) => () => void
  readonly onEnd: () => void
}

/** All that there is on the second screen. It can be touched too; what the desk sends next counts again. */
export function SecondScreenPage({ onScene, onEnd }: SecondScreenPageProps) {
  const [scene, setScene] = useState<PresentScene | null>(null)
  useEffect(() => onScene(setScene), [onScene])
  if (!scene) return <div className={classes.waiting} />
  return <PresentRoom scene={scene} onScene={(change) => setScene({ ...scene, ...change })} onEnd={onEnd} />
}
