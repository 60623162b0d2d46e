import { Button, Kbd, TextInput } from '@mantine/core'
import { FlaskConical, Search, Settings, ShieldCheck, UserPlus, UserRoundCheck, Users } from 'lucide-react'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Client } from '../../../shared/domain/client.ts'
import type { ClientCard } from '../../../shared/domain/client-card.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import type { Notice } from '../../../shared/ipc/contract.ts'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { ClientRetentionDialog, noRetention } from '../../retention-dialog.tsx'
import { moveFocusByArrows } from '../../ui/arrow-focus.ts'
import { useCommands } from '../../ui/commands.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FoldableButton } from '../../ui/foldable-button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { RenameDialog } from '../../ui/rename-dialog.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { showFailure } from '../../ui/undo-toast.tsx'
import { useGrowingList } from '../../ui/use-growing-list.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { useRecord } from '../../use-record.ts'
import { useToday } from '../../use-today.ts'
import { addClient, removeClient, removeSample, renameClient } from './actions.ts'
import { BackupReminder } from './backup-reminder.tsx'
import { AddClientDialog } from './client-dialogs.tsx'
import { inListOrder } from './client-list.ts'
import { indexClients, searchClients } from './client-search.ts'
import { ClientTile } from './client-tile.tsx'
import styles from './clients.module.css'
import { ExportsButton, TakeDownReminder } from './exports-button.tsx'
import { HotFolderNotice } from './hot-folder-notice.tsx'
import { KeyReminder } from './key-reminder.tsx'
import { StartNotices } from './start-notices.tsx'
import { TrashButton } from './trash-button.tsx'

interface ClientsScreenProps {
  readonly notices: readonly Notice[]
  readonly onOpenClient: (clientId: ClientId) => void
  readonly onOpenModels: () => void
  readonly onOpenHealth: () => void
  readonly onOpenTrash: () => void
  readonly onOpenExports: () => void
  readonly onOpenSettings: () => void
}

/** The list of clients: search, open, add, rename; the sample client can be removed and added again. */
export function ClientsScreen({
  notices,
  onOpenClient,
  onOpenModels,
  onOpenHealth,
  onOpenTrash,
  onOpenExports,
  onOpenSettings,
}: ClientsScreenProps) {
  const { library, engine } = usePorts()
  const record = useRecord()
  const cards = useWatched(useMemo(() => library.watchClientCards(), [library]))
  const [search, setSearch] = useState('')
  const [isAdding, setIsAdding] = useState(false)
  const [isAddingSample, setIsAddingSample] = useState(false)
  const [renamed, setRenamed] = useState<Client | null>(null)
  const [noted, setNoted] = useState<ClientCard['client'] | null>(null)
  const searchField = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  useCommands([
    { name: t('Search clients'), group: t('Clients'), keys: ['/'], run: () => searchField.current?.focus() },
    { name: t('Exports'), group: t('Exports'), keys: ['e'], run: onOpenExports },
  ])

  const today = useToday()
  const index = useMemo(() => indexClients(inListOrder(cards ?? []), today), [cards, today])

  const found = useMemo(() => searchClients(index, search), [index, search])
  const { shown, showMore, endRef } = useGrowingList(found, search)
  const remove = useCallback(
    (client: Client) => {
      const { events, undo } = client.isSample ? removeSample(client) : removeClient(client)
      void record(events, undo)
    },
    [record],
  )

  if (!cards) return <ScreenFrame title={t('Clients')}>{null}</ScreenFrame>
  const hasSample = cards.some(({ client }) => client.isSample)

  const add = async (name: string, sessionCount: number) => {
    const { clientId, events, undo } = addClient(name, sessionCount, new Date())
    setIsAdding(false)
    if (await record(events, undo)) onOpenClient(clientId)
  }
  const rename = (client: Client, name: string) => {
    const { events, undo } = renameClient(client, name)
    setRenamed(null)
    void record(events, undo)
  }
  const addSample = async () => {
    setIsAddingSample(true)
    try {
      await engine.addSampleClient()
    } catch (error) {
      showFailure(errorSentence(error))
    }
    setIsAddingSample(false)
  }
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && shown[0]) onOpenClient(shown[0].card.client.clientId)
    if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[data-client]')?.focus()
    if (event.key === 'Escape') setSearch('')
  }
  /** Draws more and goes on at the first of them: at the end of the list the button itself is gone. */
  const showOn = (showMore: () => void) => {
    flushSync(showMore)
    list.current?.querySelectorAll<HTMLElement>('[data-client]')[shown.length]?.focus()
  }
  const addButton = (
    <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={() => setIsAdding(true)}>
      {t('Add client')}
    </Button>
  )
  const sampleButton = !hasSample && (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<FlaskConical size={16} aria-hidden />}
      loading={isAddingSample}
      onClick={() => void addSample()}
    >
      {t('Add sample client')}
    </Button>
  )

  return (
    <ScreenFrame
      title={t('Clients')}
      actions={
        <>
          <TextInput
            className={styles.search}
            ref={searchField}
            aria-label={t('Search clients')}
            placeholder={t('Search names and records')}
            type="search"
            leftSection={<Search size={16} aria-hidden />}
            rightSection={<Kbd size="xs">/</Kbd>}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={onSearchKey}
          />
          {cards.length > 0 && <FoldableButton label={t('Models')} icon={UserRoundCheck} onClick={onOpenModels} />}
          {cards.length > 0 && sampleButton}
          {cards.length > 0 && addButton}
          <ExportsButton cards={cards} onOpen={onOpenExports} />
          <TrashButton onOpen={onOpenTrash} />
          <IconButton icon={ShieldCheck} label={t('Library health')} onClick={onOpenHealth} />
          <IconButton icon={Settings} label={t('Settings')} keyHint="Ctrl ," onClick={onOpenSettings} />
        </>
      }
    >
      <HotFolderNotice />
      <StartNotices notices={notices} />
      <TakeDownReminder cards={cards} onOpen={onOpenExports} />
      <KeyReminder onOpenHealth={onOpenHealth} />
      <BackupReminder />
      {cards.length === 0 && (
        <EmptyState
          icon={Users}
          title={t('No clients yet')}
          actions={
            <>
              {addButton}
              {sampleButton}
            </>
          }
        >
          {t(
            'Add your first client, then drop the photos of the treatment. Or add the sample client and look around first.',
          )}
        </EmptyState>
      )}
      {cards.length > 0 && found.length === 0 && (
        <EmptyState
          icon={Search}
          title={t('No client found')}
          actions={
            <Button variant="default" onClick={() => setSearch('')}>
              {t('Show all clients')}
            </Button>
          }
        >
          {t('Neither a name nor a record has “{{search}}”.', { search: search.trim() })}
        </EmptyState>
      )}
      <ul
        className={styles.list}
        ref={list}
        aria-label={t('Clients')}
        onKeyDown={(event) => moveFocusByArrows(event, '[data-client]')}
      >
        {shown.map(({ card, phrases }) => (
          <ClientTile
            key={card.client.clientId}
            card={card}
            today={today}
            found={phrases}
            onOpen={onOpenClient}
            onRename={setRenamed}
            onRetention={setNoted}
            onRemove={remove}
            onRemoveSample={remove}
          />
        ))}
        {showMore && (
          <li className={styles.more}>
            <Button ref={endRef} variant="default" onClick={() => showOn(showMore)}>
              {t('Show more of {{number}} clients', { number: numberInWords(found.length) })}
            </Button>
          </li>
        )}
        {hasSample && cards.length === 1 && search === '' && <FirstSteps onAdd={() => setIsAdding(true)} />}
      </ul>
      {isAdding && (
        <AddClientDialog onAdd={(name, count) => void add(name, count)} onClose={() => setIsAdding(false)} />
      )}
      {noted && (
        <ClientRetentionDialog
          clientId={noted.clientId}
          name={noted.name}
          retention={noted.retention ?? noRetention}
          onClose={() => setNoted(null)}
        />
      )}
      {renamed && (
        <RenameDialog name={renamed.name} onRename={(name) => rename(renamed, name)} onClose={() => setRenamed(null)} />
      )}
    </ScreenFrame>
  )
}

/** On the first start: what the sample is for, and how to begin. */
function FirstSteps({ onAdd }: { onAdd: () => void }) {
  return (
    <li className={styles.first}>
      <h2 className={styles.firstTitle}>{t('Look around, or begin')}</h2>
      <p className={styles.firstText}>
        {t(
          'The sample client shows how Stipple works, with pictures of a head that doesn’t exist. Open it and press “Compare”.',
        )}
      </p>
      <p className={styles.firstText}>{t('For your own photos, add a client and drop the photos of the treatment.')}</p>
      <Button variant="light" onClick={onAdd}>
        {t('Add your first client')}
      </Button>
    </li>
  )
}
