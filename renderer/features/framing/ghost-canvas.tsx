import { useMergedRef } from '@mantine/hooks'
import { type Ref, useEffect, useRef } from 'react'
import classes from './framing.module.css'
import { type Ghost, type GhostMedium, ghostSizeOf, paintGhost } from './ghost-painter.ts'

interface GhostCanvasProps {
  readonly ref?: Ref<HTMLCanvasElement>
  readonly ghost: Ghost
  readonly medium: GhostMedium
  readonly label: string
}

/** A ghost at its full size, as large as its place allows. */
export function GhostCanvas({ ref, ghost, medium, label }: GhostCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const merged = useMergedRef(ref, canvas)
  const { widthPx, heightPx } = ghostSizeOf(ghost.frame)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) paintGhost(context, ghost, medium)
  }, [ghost, medium])
  return (
    <canvas ref={merged} className={classes.ghost} width={widthPx} height={heightPx} role="img" aria-label={label} />
  )
}
