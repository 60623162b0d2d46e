import { useEffect, useState } from 'react'
import type { ClientId } from '../../shared/domain/ids.ts'
import { usePorts } from '../use-ports.tsx'
import type { Place } from './navigation.ts'

/** The place to show: where somebody went, as soon as that client's photos and records are known here; until then (some ten milliseconds) the place before. */
export function useOpenedPlace(place: Place): Place {
  const { library } = usePorts()
  const [opened, setOpened] = useState<ReadonlySet<ClientId>>(new Set())
  const [shown, setShown] = useState<Place>({ screen: 'clients' })
  const [failed, setFailed] = useState<{ of: Place; failure: unknown }>()
  const clientId = 'clientId' in place ? place.clientId : null
  const isOpened = clientId === null || opened.has(clientId)

  useEffect(() => {
    if (clientId === null || isOpened) return
    let isWanted = true
    library.openClient(clientId).then(
      () => isWanted && setOpened((before) => new Set([...before, clientId])),
      (failure: unknown) => isWanted && setFailed({ of: place, failure }),
    )
    return () => {
      isWanted = false
    }
  }, [library, clientId, isOpened, place])

  if (failed?.of === place) throw failed.failure
  if (isOpened && shown !== place) setShown(place)
  return isOpened ? place : shown
}
