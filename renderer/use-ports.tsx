import { createContext, useContext, useLayoutEffect, useState } from 'react'
import type { Care, Documents, Engine, Films, HotFolder, Keys, Library, Presenting, Videos, Watched } from './ports.ts'

interface Ports {
  readonly library: Library
  readonly engine: Engine
  readonly care: Care
  readonly keys: Keys
  readonly documents: Documents
  readonly videos: Videos
  readonly films: Films
  readonly hotFolder: HotFolder
  readonly presenting: Presenting
}

const PortsContext = createContext<Ports | null>(null)

/** Gives the ports to everything below it. */
export const PortsProvider = PortsContext.Provider

/** Everything beyond the window that a screen may use: the library, the machine, what looks after both; throws outside a PortsProvider. */
export function usePorts(): Ports {
  const ports = useContext(PortsContext)
  if (!ports) throw new Error('Expected a PortsProvider above this component')
  return ports
}

/** The present value of something watched (memoise it); undefined until its first value has come. Throws what the watched thing throws. */
export function useWatched<Value>(watched: Watched<Value>): Value | undefined {
  const [latest, setLatest] = useState<{ of: Watched<Value>; value?: Value; failure?: unknown }>()
  // before the screen is drawn: what is known already shows at once
  useLayoutEffect(() => {
    const subscription = watched.subscribe({
      next: (value) => setLatest({ of: watched, value }),
      error: (failure) => setLatest({ of: watched, failure }),
    })
    return () => subscription.unsubscribe()
  }, [watched])
  if (latest?.of !== watched) return undefined
  if (latest.failure) throw latest.failure
  return latest.value
}
