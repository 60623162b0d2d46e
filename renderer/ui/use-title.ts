import { useEffect } from 'react'

/** Gives the page another title for as long as the component stands: the one before may name what nobody is to read. */
export function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
}
