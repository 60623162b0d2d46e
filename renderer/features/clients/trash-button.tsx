import { Indicator } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { isDue } from '../../../shared/domain/trash.ts'
import { t } from '../../../shared/words/translate.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'

/** The way to the trash; a dot tells that clients there wait for a decision. */
export function TrashButton({ onOpen }: { onOpen: () => void }) {
  const { library } = usePorts()
  const trash = useWatched(useMemo(() => library.watchTrash(), [library]))
  const now = new Date()
  const waiting = trash?.clients.filter((client) => !client.goesByItself && isDue(client, now)).length ?? 0
  const label = waiting === 0 ? t('Trash') : t('Trash: {{count}} clients wait to be erased', { count: waiting })
  return (
    <Indicator disabled={waiting === 0} color="yellow.4" size={8} offset={6}>
      <IconButton icon={Trash2} label={label} onClick={onOpen} />
    </Indicator>
  )
}
