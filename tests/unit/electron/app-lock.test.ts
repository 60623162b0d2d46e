import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type PresenceMonitor, watchPresence } from '../../../electron/main/app-lock.ts'

class Monitor extends EventEmitter implements PresenceMonitor {
  idleSeconds = 0
  getSystemIdleTime() {
    return this.idleSeconds
  }
}

function watched() {
  const monitor = new Monitor()
  const state = { canLock: true, isBusy: false }
  const lock = vi.fn()
  const stop = watchPresence(monitor, { canLock: () => state.canLock, isBusy: () => state.isBusy, lock })
  return { monitor, state, lock, stop }
}

describe('the lock', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each(['lock-screen', 'suspend'] as const)('comes at once on %s, even in the middle of work', (event) => {
    const { monitor, state, lock } = watched()
    state.isBusy = true
    monitor.emit(event)
    expect(lock).toHaveBeenCalledOnce()
  })

  it('comes after ten minutes without a touch, not before', () => {
    const { monitor, lock } = watched()
    monitor.idleSeconds = 599
    vi.advanceTimersByTime(60_000)
    expect(lock).not.toHaveBeenCalled()
    monitor.idleSeconds = 600
    vi.advanceTimersByTime(15_000)
    expect(lock).toHaveBeenCalledOnce()
  })

  it('waits for work that goes on without hands', () => {
    const { monitor, state, lock } = watched()
    state.isBusy = true
    monitor.idleSeconds = 3600
    vi.advanceTimersByTime(600_000)
    expect(lock).not.toHaveBeenCalled()
    state.isBusy = false
    vi.advanceTimersByTime(15_000)
    expect(lock).toHaveBeenCalledOnce()
  })

  it('doesn’t come without a passphrase, nor once the watching has ended', () => {
    const { monitor, state, lock, stop } = watched()
    state.canLock = false
    monitor.emit('suspend')
    monitor.idleSeconds = 3600
    vi.advanceTimersByTime(60_000)
    expect(lock).not.toHaveBeenCalled()
    state.canLock = true
    stop()
    monitor.emit('lock-screen')
    vi.advanceTimersByTime(60_000)
    expect(lock).not.toHaveBeenCalled()
  })
})
