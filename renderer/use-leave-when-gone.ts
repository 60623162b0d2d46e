import { useEffect, useRef } from 'react'

/** Leaves a screen when what it shows, once seen, is no longer there: its addition was undone. */
export function useLeaveWhenGone(isThere: boolean, onGone: () => void): void {
  const wasThere = useRef(false)
  useEffect(() => {
    if (isThere) wasThere.current = true
    else if (wasThere.current) onGone()
  }, [isThere, onGone])
}
