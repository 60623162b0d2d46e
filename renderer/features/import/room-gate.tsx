import { Button } from '@mantine/core'
import { HardDrive } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { FileOffer } from '../../../shared/ipc/contract.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { usePorts } from '../../use-ports.tsx'

interface RoomGateProps {
  readonly offers: readonly FileOffer[]
  readonly onBack: () => void
  /** What begins once there is room. */
  readonly children: ReactNode
}

/** Lets an import begin only when the library's disk has room for all of it; otherwise says how much is needed, and nothing is read. */
export function RoomGate({ offers, onBack, children }: RoomGateProps) {
  const { engine } = usePorts()
  const [room, setRoom] = useState<'unknown' | 'enough' | { readonly refusal: string }>('unknown')
  const ask = useCallback(async () => {
    try {
      await engine.beginImport(offers.reduce((sum, { byteSize }) => sum + byteSize, 0))
      setRoom('enough')
    } catch (error) {
      setRoom({ refusal: errorSentence(error) })
    }
  }, [engine, offers])
  useEffect(() => void ask(), [ask])

  if (room === 'enough') return children
  return (
    <ScreenFrame title={t('Review import')} back={{ label: t('Back to the client'), onBack }}>
      {room !== 'unknown' && (
        <EmptyState
          icon={HardDrive}
          title={t('The import can’t begin')}
          actions={
            <>
              <Button onClick={() => void ask()}>{t('Try again')}</Button>
              <Button variant="default" onClick={onBack}>
                {t('Back to the client')}
              </Button>
            </>
          }
        >
          {room.refusal}
        </EmptyState>
      )}
    </ScreenFrame>
  )
}
