import { useRef, useState } from 'react'
import { t } from '../../../shared/words/translate.ts'
import { errorSentence, isCancelled } from '../../error-messages.ts'
import { showDoneAnd, showFailure } from '../../ui/undo-toast.tsx'
import { usePorts } from '../../use-ports.tsx'
import { saveExport, type ToSave } from './save-export.ts'

/** How far the saving of an export is. */
export interface Saving {
  readonly fraction: number
  readonly step: string
}

/** Saves exports, one at a time; a film can be stopped while it is made. */
export function useSaving(onSaved: () => void, onProof: (exportKey: string) => void) {
  const ports = usePorts()
  const [saving, setSaving] = useState<Saving | null>(null)
  const stop = useRef<AbortController>(undefined)
  const save = async (toSave: ToSave) => {
    const controller = new AbortController()
    stop.current = controller
    setSaving({ fraction: 0, step: '' })
    try {
      const onProgress = (fraction: number, step: string) => setSaving({ fraction, step })
      const saved = await saveExport(ports, toSave, { signal: controller.signal, onProgress })
      if (saved === null) return
      showDoneAnd(t('Saved as {{fileName}}', { fileName: saved.fileName }), {
        label: t('Proof sheet…'),
        run: () => onProof(saved.exportKey),
      })
      onSaved()
    } catch (error) {
      if (!isCancelled(error)) showFailure(errorSentence(error))
    } finally {
      setSaving(null)
    }
  }
  return { saving, save, cancel: () => stop.current?.abort() }
}
