import { Alert, Button, Kbd, TextInput } from '@mantine/core'
import { FileOutput, FileQuestion, Search, TriangleAlert } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { dayOf } from '../../../shared/domain/import-grouping.ts'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { moveFocusByArrows } from '../../ui/arrow-focus.ts'
import { useCommands } from '../../ui/commands.ts'
import { DropZone } from '../../ui/drop-zone.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FoldableButton } from '../../ui/foldable-button.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useGrowingList } from '../../ui/use-growing-list.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import styles from './exports.module.css'
import { everything, filtered, type LedgerEntry, ledgerOf } from './ledger.ts'
import { LedgerFilters } from './ledger-filters.tsx'
import { LedgerRow } from './ledger-row.tsx'
import { ProofDialog, type ProofSubject } from './proof-dialog.tsx'
import { RecogniseDialog } from './recognise-dialog.tsx'

interface ExportsScreenProps {
  /** Null: of all clients. */
  readonly clientId: ClientId | null
  readonly back: { readonly label: string; readonly onBack: () => void }
  /** Leads to a client's own list; undefined: nobody is left out. */
  readonly onAll: () => void
  readonly onClient: (clientId: ClientId) => void
}

/** The ledger of exports: everything that left the library, newest first, how it stands today, and what has to be taken down. */
export function ExportsScreen({ clientId, back, onAll, onClient }: ExportsScreenProps) {
  const { library } = usePorts()
  const listed = useWatched(useMemo(() => library.watchExports(), [library]))
  const cards = useWatched(useMemo(() => library.watchClientCards(), [library]))
  const [filter, setFilter] = useState(everything)
  const [proof, setProof] = useState<ProofSubject | null>(null)
  const [asked, setAsked] = useState<{ readonly file: File | null } | null>(null)
  const searchField = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const today = dayOf(new Date())
  const entries = useMemo(() => ledgerOf(listed ?? [], clientId, today), [listed, clientId, today])
  const ofAll = useMemo(() => ledgerOf(listed ?? [], null, today), [listed, today])
  const found = useMemo(() => filtered(entries, filter), [entries, filter])
  const { shown, showMore, endRef } = useGrowingList(found, JSON.stringify([clientId, filter]))
  const clientName = cards?.find(({ client }) => client.clientId === clientId)?.client.name
  const toTakeDown = entries.filter(({ standing }) => standing === 'take-down').length
  const recognise = () => setAsked({ file: null })
  useCommands([
    { name: t('Search exports'), group: t('Exports'), keys: ['/'], run: () => searchField.current?.focus() },
    { name: t('Which export is this?'), group: t('Exports'), keys: ['w'], run: recognise },
    {
      name: t('Only what is to be taken down, or everything'),
      group: t('Exports'),
      keys: ['t'],
      run: () => setFilter({ ...filter, standing: filter.standing === 'take-down' ? null : 'take-down' }),
    },
  ])
  const proofOf = ({ row, client: of }: LedgerEntry) => setProof({ clientId: of.clientId, exportKey: row.exportKey })
  /** Draws more and goes on at the first of them: at the end of the list the button itself is gone. */
  const showOn = (more: () => void) => {
    flushSync(more)
    list.current?.querySelectorAll<HTMLElement>('[data-export]')[shown.length]?.focus()
  }

  return (
    <ScreenFrame
      title={t('Exports')}
      subtitle={clientId ? clientName : listed && t('{{count}} exports', { count: entries.length })}
      back={back}
      actions={
        <>
          {entries.length > 0 && (
            <TextInput
              className={styles.search}
              ref={searchField}
              aria-label={t('Search exports')}
              placeholder={t('Client, file or SHA-256')}
              type="search"
              leftSection={<Search size={16} aria-hidden />}
              rightSection={<Kbd size="xs">/</Kbd>}
              value={filter.search}
              onChange={(event) => setFilter({ ...filter, search: event.currentTarget.value })}
            />
          )}
          {clientId && (
            <Button variant="default" onClick={onAll}>
              {t('All clients')}
            </Button>
          )}
          <FoldableButton label={t('Which export is this?')} icon={FileQuestion} keyHint="W" onClick={recognise} />
        </>
      }
    >
      <DropZone
        label={t('Drop to look at it')}
        onFiles={([file]) => file && setAsked({ file })}
        className={styles.page!}
      >
        {toTakeDown > 0 && (
          <Alert
            className={styles.notice}
            color="red"
            icon={<TriangleAlert size={18} aria-hidden />}
            title={t('{{count}} exports have to be taken down', { count: toTakeDown })}
          >
            {t(
              'The consent under which they were made was withdrawn. Stipple can’t reach them: take them down where they stand, then tick them here.',
            )}
          </Alert>
        )}
        {entries.length > 0 && <LedgerFilters entries={entries} filter={filter} onChange={setFilter} />}
        {listed && entries.length === 0 && (
          <EmptyState icon={FileOutput} title={t('Nothing was exported yet')}>
            {t(
              'Compare two photos and export the comparison: then it stands here, with the consent that covers it and the sum by which its file is known again.',
            )}
          </EmptyState>
        )}
        {entries.length > 0 && found.length === 0 && (
          <EmptyState
            icon={Search}
            title={t('No export found')}
            actions={
              <Button variant="default" onClick={() => setFilter(everything)}>
                {t('Show all exports')}
              </Button>
            }
          >
            {t('Nothing in the list is like that.')}
          </EmptyState>
        )}
        <ul
          className={styles.list}
          ref={list}
          aria-label={t('Exports')}
          onKeyDown={(event) => moveFocusByArrows(event, '[data-export]')}
        >
          {shown.map((entry) => (
            <LedgerRow
              key={entry.row.exportKey}
              entry={entry}
              onClient={clientId || entry.client.isRemoved ? undefined : () => onClient(entry.client.clientId)}
              onProof={() => proofOf(entry)}
            />
          ))}
          {showMore && (
            <li className={styles.more}>
              <Button ref={endRef} variant="default" onClick={() => showOn(showMore)}>
                {t('Show more of {{number}} exports', { number: numberInWords(found.length) })}
              </Button>
            </li>
          )}
        </ul>
      </DropZone>
      {proof && <ProofDialog {...proof} onClose={() => setProof(null)} />}
      {asked && !proof && (
        <RecogniseDialog entries={ofAll} first={asked.file} onProof={proofOf} onClose={() => setAsked(null)} />
      )}
    </ScreenFrame>
  )
}
