import { Alert, Button, Checkbox, Group, Modal } from '@mantine/core'
import { FileText, Printer } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { dayOf } from '../../../shared/domain/import-grouping.ts'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence } from '../../error-messages.ts'
import { PrintedSheet } from '../../ui/printed-sheet.tsx'
import { showDone, showFailure } from '../../ui/undo-toast.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { usePorts, useWatched } from '../../use-ports.tsx'
import styles from './proof-dialog.module.css'
import { type ProofFacts, proofOf } from './proof-facts.ts'
import { ProofSheet, sheetNumber } from './proof-sheet.tsx'

/** An export whose proof is wanted. */
export interface ProofSubject {
  readonly clientId: ClientId
  readonly exportKey: string
}

/** The proof sheet of an export: seen, printed, saved as a PDF. It names nobody unless that is ticked. */
export function ProofDialog({ clientId, exportKey, onClose }: ProofSubject & { readonly onClose: () => void }) {
  const { library } = usePorts()
  const records = useWatched(useMemo(() => library.watchHistory(clientId), [library, clientId]))
  const proof = useMemo(() => records && proofOf(records, clientId, exportKey), [records, clientId, exportKey])
  return (
    <Modal
      opened
      onClose={onClose}
      size={920}
      title={proof ? t('Proof sheet {{number}}', { number: sheetNumber(proof) }) : t('Proof sheet')}
    >
      {proof && <ShownProof proof={proof} onClose={onClose} />}
      {records && !proof && <Alert color="yellow">{t('The record doesn’t know this export.')}</Alert>}
    </Modal>
  )
}

function ShownProof({ proof, onClose }: { readonly proof: ProofFacts; readonly onClose: () => void }) {
  const { engine } = usePorts()
  const [isNamed, setNamed] = useState(false)
  const paper = useRef<HTMLDivElement>(null)
  const number = sheetNumber(proof)
  const title = t('Proof sheet {{number}}', { number })
  // the page's title becomes the document's, and on other screens it names the client
  useTitle(title)
  const save = async () => {
    try {
      await picturesIn(paper.current)
      const savedAs = await engine.saveProofSheet(t('proof sheet {{number}}', { number }))
      if (savedAs !== null) showDone(t('Saved as {{fileName}}', { fileName: savedAs }))
    } catch (error) {
      showFailure(errorSentence(error))
    }
  }
  const sheet = <ProofSheet proof={proof} isNamed={isNamed} today={dayOf(new Date())} />
  return (
    <>
      <section className={styles.desk} aria-label={t('The sheet')}>
        <div ref={paper} className={styles.paper}>
          {sheet}
        </div>
      </section>
      <Group justify="space-between" className={styles.foot!}>
        <Checkbox
          label={t('Name the client on it')}
          description={t('Else a number stands for the client, for whoever else reads it')}
          checked={isNamed}
          onChange={(event) => setNamed(event.currentTarget.checked)}
        />
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('Close')}
          </Button>
          <Button
            variant="default"
            leftSection={<Printer size={16} aria-hidden />}
            onClick={() => void picturesIn(paper.current).then(() => window.print())}
          >
            {t('Print…')}
          </Button>
          <Button leftSection={<FileText size={16} aria-hidden />} data-autofocus onClick={() => void save()}>
            {t('Save as PDF…')}
          </Button>
        </Group>
      </Group>
      <PrintedSheet>{sheet}</PrintedSheet>
    </>
  )
}

/** Resolves once the pictures are there, or known not to come; those on paper are the same. */
async function picturesIn(element: HTMLElement | null): Promise<void> {
  const pictures = [...(element?.querySelectorAll('img') ?? [])]
  await Promise.allSettled(pictures.map((picture) => picture.decode()))
}
