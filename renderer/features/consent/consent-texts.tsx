import { Button, Menu, NativeSelect, TextInput } from '@mantine/core'
import { EllipsisVertical, Pencil, Save, SaveAll, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useMemo, useState } from 'react'
import type { ConsentText } from '../../../shared/domain/consent-text.ts'
import { suggestedScopes } from '../../../shared/words/consent-texts.ts'
import { inAlphabet } from '../../../shared/words/formats.ts'
import { type Language, languages, t } from '../../../shared/words/translate.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import { usePorts, useWatched } from '../../use-ports.tsx'
import { useRecord } from '../../use-record.ts'
import type { ConsentDraft } from './consent-draft.ts'
import { changeText, removeText, renameText, saveText, type TextChange } from './consent-text-actions.ts'
import styles from './consent-texts.module.css'

type Scopes = ConsentDraft['scopes']

interface ConsentTextsProps {
  readonly scopes: Scopes
  readonly language: Language
  readonly onScopes: (scopes: Scopes) => void
}

/** The studio's own texts: chosen here, saved from the words below, renamed and removed. */
export function ConsentTexts({ scopes, language, onScopes }: ConsentTextsProps) {
  const { library } = usePorts()
  const record = useRecord()
  const texts = useWatched(useMemo(() => library.watchConsentTexts(), [library])) ?? []
  const [lastId, setLastId] = useState<string | null>(null)
  const [naming, setNaming] = useState<'new' | ConsentText | null>(null)
  const inOrder = texts.toSorted((a, b) => inAlphabet(a.name, b.name))
  const last = inOrder.find(({ textId }) => textId === lastId)
  const hasWords = (of: Scopes) => of[language] === scopes[language]
  const chosen = last && hasWords(last.scopes) ? last : inOrder.find((text) => hasWords(text.scopes))
  const base = chosen ?? last
  const isChanged = base !== undefined && !isSame(base.scopes, scopes)
  const isSuggested = !chosen && hasWords(suggestedScopes)
  const isBlank = languages.every((one) => scopes[one].trim() === '')
  const change = ({ events, undo }: TextChange) => void record(events, undo)
  const choose = (value: string) => {
    const text = inOrder.find(({ textId }) => textId === value)
    setLastId(text?.textId ?? null)
    onScopes(text?.scopes ?? suggestedScopes)
  }
  const name = (typed: string) => {
    if (naming === 'new') {
      const saved = saveText(typed, scopes)
      setLastId(saved.text.textId)
      change(saved)
    } else if (naming) change(renameText(naming, typed))
    setNaming(null)
  }
  return (
    <div className={styles.texts}>
      <div className={styles.row}>
        <NativeSelect
          className={styles.grow!}
          size="xs"
          aria-label={t('Text of the form')}
          value={chosen?.textId ?? (isSuggested ? suggested : own)}
          data={[
            { value: suggested, label: t('Stipple’s suggestion') },
            ...inOrder.map((text) => ({ value: text.textId, label: text.name })),
            ...(chosen || isSuggested
              ? []
              : [{ value: own, label: last ? t('{{name}}, changed', { name: last.name }) : t('Own words') }]),
          ]}
          onChange={({ currentTarget: { value } }) => value !== own && choose(value)}
        />
        <MenuButton
          icon={EllipsisVertical}
          size="md"
          variant="default"
          label={t('Texts of the studio')}
          width={300}
          items={() => (
            <>
              <Menu.Item
                leftSection={<SaveAll size={16} aria-hidden />}
                disabled={isBlank}
                onClick={() => setNaming('new')}
              >
                {t('Save as the studio’s text…')}
              </Menu.Item>
              {base && (
                <>
                  <Menu.Item
                    leftSection={<Save size={16} aria-hidden />}
                    disabled={!isChanged || isBlank}
                    onClick={() => change(changeText(base, scopes))}
                  >
                    {t('Save the changes to “{{name}}”', { name: base.name })}
                  </Menu.Item>
                  <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={() => setNaming(base)}>
                    {t('Rename {{name}}…', { name: base.name })}
                  </Menu.Item>
                  <Menu.Divider />
                  <Menu.Item leftSection={<Trash2 size={16} aria-hidden />} onClick={() => change(removeText(base))}>
                    {t('Remove {{name}}', { name: base.name })}
                  </Menu.Item>
                </>
              )}
            </>
          )}
        />
      </div>
      {naming && <Naming name={naming === 'new' ? '' : naming.name} onName={name} onCancel={() => setNaming(null)} />}
    </div>
  )
}

const suggested = 'suggested'
const own = 'own'

interface NamingProps {
  readonly name: string
  readonly onName: (name: string) => void
  readonly onCancel: () => void
}

/** Asks for a text's name where one is; it stands in a form, which it doesn't send. */
function Naming({ name, onName, onCancel }: NamingProps) {
  const [typed, setTyped] = useState(name)
  const isReady = typed.trim() !== ''
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') onCancel()
    else if (isReady) onName(typed)
  }
  return (
    <div className={styles.row}>
      <TextInput
        className={styles.grow!}
        size="xs"
        aria-label={t('Name of the text')}
        placeholder={t('Name of the text')}
        value={typed}
        maxLength={80}
        autoFocus
        data-mantine-stop-propagation="true"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button size="xs" disabled={!isReady} onClick={() => onName(typed)}>
        {t('Save')}
      </Button>
      <Button size="xs" variant="default" onClick={onCancel}>
        {t('Cancel')}
      </Button>
    </div>
  )
}

function isSame(one: Scopes, other: Scopes): boolean {
  return languages.every((language) => one[language] === other[language])
}
