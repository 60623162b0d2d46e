import { useEffect, useState } from 'react'
import { dayOf } from '../shared/domain/import-grouping.ts'

const everyMs = 30_000

/** The calendar day at this computer, also when the screen stays open over midnight. */
export function useToday(): string {
  const [today, setToday] = useState(() => dayOf(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setToday(dayOf(new Date())), everyMs)
    return () => clearInterval(timer)
  }, [])
  return today
}
