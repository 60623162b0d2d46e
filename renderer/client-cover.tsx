import { Images } from 'lucide-react'
import { photoAddress } from '../shared/addresses.ts'
import styles from './client-cover.module.css'
import { Thumbnail } from './ui/thumbnail.tsx'

interface ClientCoverProps {
  readonly cover: Parameters<typeof photoAddress>[0] | null
  /** Gives the frame its shape. */
  readonly className: string | undefined
}

/** The picture that stands for a client on a tile; a sign for pictures where there is none. */
export function ClientCover({ cover, className }: ClientCoverProps) {
  return (
    <div className={className}>
      {cover ? (
        <Thumbnail src={photoAddress(cover, 'thumb')} alt="" />
      ) : (
        <Images className={styles.none} size={32} strokeWidth={1.25} aria-hidden />
      )}
    </div>
  )
}
