import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { GalleryThumbnails, Search, UserRoundCheck } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { purposeLabel } from '../../../shared/domain/consent-words.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { anyModel, findModels, portfolioChannel, stagesReached } from '../../../shared/domain/models.ts'
import { inAlphabet } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { moveFocusByArrows } from '../../ui/arrow-focus.ts'
import { useCommands } from '../../ui/commands.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { useToday } from '../../use-today.ts'
import { Filters } from './filters.tsx'
import { useModelChoices } from './model-choices.ts'
import { ModelTile } from './model-tile.tsx'
import styles from './models.module.css'
import { Portfolio } from './portfolio.tsx'

interface ModelsScreenProps {
  readonly onOpenClient: (clientId: ClientId) => void
  readonly onBack: () => void
}

/** The clients who may be shown today, found by what one looks for; their pictures as a portfolio for a consultation. */
export function ModelsScreen({ onOpenClient, onBack }: ModelsScreenProps) {
  const { library } = usePorts()
  const cards = useWatched(useMemo(() => library.watchClientCards(), [library]))
  const today = useToday()
  const { filter, choose } = useModelChoices()
  const [isShowing, setShowing] = useState(false)
  const inOrder = useMemo(() => cards?.toSorted((a, b) => inAlphabet(a.client.name, b.client.name)), [cards])
  const models = useMemo(() => findModels(inOrder ?? [], filter, today), [inOrder, filter, today])
  const all = useMemo(() => findModels(inOrder ?? [], anyModel, today), [inOrder, today])
  const pairs = useMemo(
    () =>
      findModels(inOrder ?? [], { ...filter, channel: portfolioChannel }, today).flatMap(({ treatments }) =>
        treatments.flatMap((treatment) => treatment.pairs),
      ),
    [inOrder, filter, today],
  )
  const canShow = pairs.length > 0
  useCommands([{ name: t('Portfolio'), group: t('Models'), keys: ['f'], run: () => setShowing(true), isOff: !canShow }])
  // what a message says of a client is nothing for the next one
  useEffect(() => {
    if (isShowing) notifications.clean()
  }, [isShowing])

  if (isShowing) return <Portfolio pairs={pairs} onEnd={() => setShowing(false)} />
  return (
    <ScreenFrame
      title={t('Models')}
      back={{ label: t('Back to the clients'), onBack }}
      actions={
        <Button
          leftSection={<GalleryThumbnails size={16} aria-hidden />}
          disabled={!canShow}
          aria-keyshortcuts="F"
          onClick={() => setShowing(true)}
        >
          {t('Portfolio')}
        </Button>
      }
    >
      {all.length > 0 && (
        <>
          <Filters filter={filter} stages={stagesReached(all)} onChoose={choose} />
          <p className={styles.line} role="status">
            {[
              t('{{count}} models', { count: models.length }),
              canShow
                ? t('{{count}} pairs in the portfolio', { count: pairs.length })
                : t('nothing for the portfolio: it takes a consent for “{{channel}}” and an aligned pair', {
                    channel: purposeLabel(portfolioChannel),
                  }),
            ].join(' · ')}
          </p>
        </>
      )}
      {cards && all.length === 0 && (
        <EmptyState icon={UserRoundCheck} title={t('No models yet')}>
          {t(
            'A client whose consent to pictures holds today is shown here. The consent is recorded in the client’s records.',
          )}
        </EmptyState>
      )}
      {all.length > 0 && models.length === 0 && (
        <EmptyState
          icon={Search}
          title={t('No model found')}
          actions={
            <Button variant="default" onClick={() => choose(anyModel)}>
              {t('Show all models')}
            </Button>
          }
        >
          {t('Nobody with a consent that holds fits everything that is chosen.')}
        </EmptyState>
      )}
      <ul
        className={styles.list}
        aria-label={t('Models')}
        onKeyDown={(event) => moveFocusByArrows(event, '[data-model]')}
      >
        {models.map((model) => (
          <ModelTile key={model.client.clientId} model={model} today={today} onOpen={onOpenClient} />
        ))}
      </ul>
    </ScreenFrame>
  )
}
