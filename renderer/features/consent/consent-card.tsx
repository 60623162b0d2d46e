import { Badge, Button } from '@mantine/core'
import { FileSignature } from 'lucide-react'
import { useMemo } from 'react'
import { presentConsent, standingOf } from '../../../shared/domain/consent.ts'
import { angleGroupLabel, channelsInWords } from '../../../shared/domain/consent-words.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { dayOf } from '../../../shared/domain/import-grouping.ts'
import { t } from '../../../shared/words/translate.ts'
import { Card } from '../../ui/card.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import styles from './consent-card.module.css'
import { standingColours, standingLabel, termWords } from './standing-words.ts'

interface ConsentCardProps {
  readonly clientId: ClientId
  readonly onOpen: () => void
}

/** How the client's consent to pictures stands, with the way to it. */
export function ConsentCard({ clientId, onOpen }: ConsentCardProps) {
  const { library } = usePorts()
  const consents = useWatched(useMemo(() => library.watchConsents(clientId), [library, clientId]))
  if (!consents) return null
  const consent = presentConsent(consents)
  const standing = consent && standingOf(consent, dayOf(new Date()))
  return (
    <Card
      title={t('Consent to pictures')}
      aside={
        <>
          {standing && (
            <Badge color={standingColours[standing]} variant="light">
              {standingLabel(standing)}
            </Badge>
          )}
          <Button
            className={styles.open!}
            size="compact-sm"
            variant="default"
            leftSection={<FileSignature size={14} aria-hidden />}
            onClick={onOpen}
          >
            {t('Consent…')}
          </Button>
        </>
      }
    >
      <p className={styles.line}>
        {consent
          ? `${channelsInWords(consent.channels)} · ${angleGroupLabel(consent.angles)}`
          : t('None yet: pictures of this client are exported for the client alone.')}
      </p>
      {consent && <p className={styles.term}>{termWords(consent)}</p>}
    </Card>
  )
}
