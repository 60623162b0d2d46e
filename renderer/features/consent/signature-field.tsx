import { Button } from '@mantine/core'
import type { PointerEvent } from 'react'
import {
  type Signature,
  signaturePath,
  signaturePoint,
  signatureRoom,
  withLine,
  withPoint,
} from '../../../shared/domain/signature.ts'
import { t } from '../../../shared/words/translate.ts'
import styles from './signature.module.css'

interface SignatureFieldProps {
  readonly signature: Signature
  readonly error: string | undefined
  /** Changes what is drawn by now: several moves of the hand can come before it is shown. */
  readonly onDraw: (edit: (present: Signature) => Signature) => void
}

const viewBox = `0 0 ${signatureRoom.width} ${signatureRoom.height}`

/** A field to sign in with a pen, a finger or the mouse. Whoever can't do that signs by name or on paper. */
export function SignatureField({ signature, error, onDraw }: SignatureFieldProps) {
  const at = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    return signaturePoint({ x: clientX - left, y: clientY - top }, { width, height })
  }
  return (
    <div>
      <div className={styles.signing} data-error={error !== undefined}>
        <svg
          className={styles.signature}
          viewBox={viewBox}
          role="img"
          aria-label={t('Signature: draw it here with a pen, a finger or the mouse')}
          onPointerDown={(event) => {
            if (event.button !== 0) return
            event.currentTarget.setPointerCapture(event.pointerId)
            const point = at(event)
            onDraw((present) => withLine(present, point))
          }}
          onPointerMove={(event) => {
            if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
            const point = at(event)
            onDraw((present) => withPoint(present, point))
          }}
        >
          <line className={styles.base} x1={60} x2={signatureRoom.width - 60} y1={310} y2={310} />
          <path d={signaturePath(signature)} />
        </svg>
        {signature.length === 0 && (
          <span className={styles.signHere} aria-hidden>
            {t('Sign here')}
          </span>
        )}
        {signature.length > 0 && (
          <Button className={styles.clear!} size="compact-xs" variant="default" onClick={() => onDraw(() => [])}>
            {t('Sign anew')}
          </Button>
        )}
      </div>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

/** A signature as it was drawn. */
export function DrawnSignature({ signature, name }: { readonly signature: Signature; readonly name: string }) {
  return (
    <svg className={styles.signature} viewBox={viewBox} role="img" aria-label={t('Signature of {{name}}', { name })}>
      <path d={signaturePath(signature)} />
    </svg>
  )
}
