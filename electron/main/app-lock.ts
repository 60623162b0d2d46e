/** What the lock hears of the computer; Electron's powerMonitor. */
export interface PresenceMonitor {
  on(event: 'lock-screen' | 'suspend', listener: () => void): unknown
  off(event: 'lock-screen' | 'suspend', listener: () => void): unknown
  /** Seconds since somebody last touched keyboard, mouse or screen. */
  getSystemIdleTime(): number
}

/** After this long without a touch, whoever comes to the computer may be somebody else. */
export const idleSecondsUntilLock = 600
const lookEveryMs = 15_000

/** What is locked, as far as the lock has to know it. */
export interface Lockable {
  /** A library that no passphrase protects can't be locked. */
  readonly canLock: () => boolean
  /** Work goes on that somebody waits for: an idle lock waits for its end. */
  readonly isBusy: () => boolean
  readonly lock: () => void
}

/** Locks after ten idle minutes, when the screen is locked and when the computer goes to sleep. The function that ends the watching. */
export function watchPresence(monitor: PresenceMonitor, { canLock, isBusy, lock }: Lockable): () => void {
  const lockNow = () => {
    if (canLock()) lock()
  }
  const look = () => {
    if (monitor.getSystemIdleTime() >= idleSecondsUntilLock && !isBusy()) lockNow()
  }
  monitor.on('lock-screen', lockNow)
  monitor.on('suspend', lockNow)
  const timer = setInterval(look, lookEveryMs)
  return () => {
    clearInterval(timer)
    monitor.off('lock-screen', lockNow)
    monitor.off('suspend', lockNow)
  }
}
