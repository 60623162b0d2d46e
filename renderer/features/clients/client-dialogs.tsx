import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

const sessionCounts = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

interface AddClientDialogProps {
  readonly onAdd: (name: string, sessionCount: number) => void
  readonly onClose: () => void
}

/** Asks for a new client's name and how many sessions are planned. */
export function AddClientDialog({ onAdd, onClose }: AddClientDialogProps) {
  const [name, setName] = useState('')
  const [sessionCount, setSessionCount] = useState('3')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) onAdd(name, Number(sessionCount))
  }
  return (
    <Modal opened onClose={onClose} title="Add client">
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label="Name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
            data-autofocus
            required
          />
          <NativeSelect
            label="Planned sessions"
            description="The first treatment is made with this many. A further treatment can have another number."
            data={sessionCounts}
            value={sessionCount}
            onChange={(event) => setSessionCount(event.currentTarget.value)}
          />
          <DialogButtons confirm="Add client" isReady={name.trim() !== ''} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

interface RenameClientDialogProps {
  readonly name: string
  readonly onRename: (name: string) => void
  readonly onClose: () => void
}

/** Asks for a client's new name. */
export function RenameClientDialog({ name: present, onRename, onClose }: RenameClientDialogProps) {
  const [name, setName] = useState(present)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) onRename(name)
  }
  return (
    <Modal opened onClose={onClose} title={`Rename ${present}`}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label="Name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
            data-autofocus
            required
          />
          <DialogButtons confirm="Rename" isReady={name.trim() !== ''} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

function DialogButtons({ confirm, isReady, onClose }: { confirm: string; isReady: boolean; onClose: () => void }) {
  return (
    <Group justify="flex-end" mt="xs">
      <Button variant="default" onClick={onClose}>
        Cancel
      </Button>
      <Button type="submit" disabled={!isReady}>
        {confirm}
      </Button>
    </Group>
  )
}
