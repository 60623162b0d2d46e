import { notifications } from '@mantine/notifications'
import { useCallback, useEffect, useState } from 'react'
import { usePorts } from '../use-ports.tsx'
import type { ShownComparison } from '../viewer/shown-comparison.ts'

/** Where a comparison is presented; null while it isn't. */
export type Presented =
  | { readonly on: 'second-screen' }
  | { readonly on: 'here'; readonly comparison: ShownComparison; readonly hasSecondScreen: boolean }
  | null

/** Presenting: on the second screen where there is one, else in this window. */
export function usePresenting() {
  const { presenting } = usePorts()
  const [presented, setPresented] = useState<Presented>(null)
  const end = useCallback(() => setPresented(null), [])
  useEffect(
    () => presenting.onEnded(() => setPresented((before) => (before?.on === 'second-screen' ? null : before))),
    [presenting],
  )
  const present = async (comparison: ShownComparison, isHereWanted = false) => {
    const hasSecondScreen = await presenting.hasSecondScreen().catch(() => false)
    // what was just said of a client isn't for another client's eyes
    notifications.clean()
    setPresented(
      hasSecondScreen && !isHereWanted ? { on: 'second-screen' } : { on: 'here', comparison, hasSecondScreen },
    )
  }
  const toSecondScreen = () => setPresented({ on: 'second-screen' })
  return { presented, present, toSecondScreen, end }
}
