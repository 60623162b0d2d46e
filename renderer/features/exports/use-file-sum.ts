import { useEffect, useState } from 'react'
import { fileSum } from './file-sum.ts'

/** A file that is looked at; `sum` null: it is too large to be an export. */
export type LookedAt = { readonly fileName: string } & (
  | { readonly kind: 'reading' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'read'; readonly sum: string | null }
)

/** The SHA-256 of a file; null without one. */
export function useFileSum(file: File | null): LookedAt | null {
  const [read, setRead] = useState<{ of: File; sum: string | null } | { of: File; isUnreadable: true }>()
  useEffect(() => {
    if (!file) return
    let isWanted = true
    fileSum(file).then(
      (sum) => isWanted && setRead({ of: file, sum }),
      () => isWanted && setRead({ of: file, isUnreadable: true }),
    )
    return () => {
      isWanted = false
    }
  }, [file])
  if (!file) return null
  const fileName = file.name
  if (read?.of !== file) return { fileName, kind: 'reading' }
  return 'sum' in read ? { fileName, kind: 'read', sum: read.sum } : { fileName, kind: 'unreadable' }
}
