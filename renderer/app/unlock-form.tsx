import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { LockKeyholeOpen } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { t } from '../../shared/words/translate.ts'
import { errorSentence } from '../error-messages.ts'
import type { Keys } from '../ports.ts'

type Way = 'passphrase' | 'recovery'

/** Asks for the passphrase or the recovery key and opens the library with it. */
export function UnlockForm({ keys, by }: { keys: Keys; by: Way }) {
  const [way, setWay] = useState<Way>(by)
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    setIsBusy(true)
    setFailure(null)
    try {
      // the window loads anew once it is open
      await keys.unlock({ by: way, text })
    } catch (error) {
      setFailure(errorSentence(error))
      setIsBusy(false)
    }
  }
  const change = (next: Way) => {
    setWay(next)
    setText('')
    setFailure(null)
  }
  const field = {
    value: text,
    autoFocus: true,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {way === 'passphrase' ? (
          <PasswordInput key="passphrase" label={t('Passphrase')} {...field} />
        ) : (
          <TextInput
            key="recovery"
            label={t('Recovery key')}
            description={
              by === 'passphrase'
                ? t(
                    'Seven groups of four, from the paper. It takes the place of the forgotten passphrase: set a new one afterwards.',
                  )
                : t('Seven groups of four, from the paper.')
            }
            placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
            spellCheck={false}
            {...field}
          />
        )}
        {failure && <Alert color="red">{failure}</Alert>}
        <Button type="submit" loading={isBusy} leftSection={<LockKeyholeOpen size={16} aria-hidden />}>
          {t('Unlock')}
        </Button>
        {by === 'passphrase' && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => change(way === 'passphrase' ? 'recovery' : 'passphrase')}
          >
            {way === 'passphrase' ? t('I forgot the passphrase') : t('Use the passphrase')}
          </Button>
        )}
      </Stack>
    </form>
  )
}
