import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../shared/words/translate.ts'
import styles from './thumbnail.module.css'

interface ThumbnailProps {
  readonly src: string
  readonly alt: string
  /** Turns the picture clockwise by this many quarters on the screen alone. */
  readonly quarterTurns?: number
  /** `cover` fills the square, `contain` shows the whole picture. */
  readonly fit?: 'cover' | 'contain'
  /** Called when the picture can't be loaded. */
  readonly onFailed?: () => void
}

/** A picture in a square, loaded when it comes near the screen; a plain sign where it can't be shown. */
export function Thumbnail({ src, alt, quarterTurns = 0, fit = 'cover', onFailed }: ThumbnailProps) {
  const [failedSrc, setFailedSrc] = useState<string>()
  if (failedSrc === src)
    return (
      <span
        className={styles.missing}
        role="img"
        aria-label={t('{{picture}} (the picture can’t be shown)', { picture: alt })}
      >
        <ImageOff size={20} aria-hidden />
      </span>
    )
  return (
    <img
      className={styles.picture}
      data-fit={fit}
      data-turns={quarterTurns}
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => {
        setFailedSrc(src)
        onFailed?.()
      }}
    />
  )
}
