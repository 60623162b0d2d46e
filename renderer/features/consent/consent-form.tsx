import { Button, Chip, Group, Radio, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import {
  type AngleGroup,
  angleGroups,
  channels,
  type GivenConsent,
  longestScope,
} from '../../../shared/domain/consent.ts'
import { angleGroupLabel, purposeLabel } from '../../../shared/domain/consent-words.ts'
import { dayOf } from '../../../shared/domain/import-grouping.ts'
import { type Language, languageNames, languages, t } from '../../../shared/words/translate.ts'
import { FieldGroup } from '../../ui/field-group.tsx'
import styles from './consent.module.css'
import { type ConsentDraft, firstDraft, problemsOf, type WantedConsent } from './consent-draft.ts'
import { ConsentFoot } from './consent-foot.tsx'
import { ConsentTexts } from './consent-texts.tsx'
import { PrintedConsent } from './printed-consent.tsx'
import { SignFields } from './sign-fields.tsx'
import type { ConsentSubject } from './use-recording.ts'

interface ConsentFormProps {
  readonly subject: ConsentSubject
  readonly clientName: string
  readonly before: GivenConsent | undefined
  readonly wanted: WantedConsent | null
  readonly isBusy: boolean
  readonly onGive: (draft: ConsentDraft) => void
  readonly onCancel: () => void
}

/** What the client agrees to, and the signature. Nothing is recorded before both are whole. */
export function ConsentForm({ subject, clientName, before, wanted, isBusy, onGive, onCancel }: ConsentFormProps) {
  const today = dayOf(new Date())
  const [draft, setDraft] = useState(() => firstDraft(before, wanted, today))
  const [isAsked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const found = problemsOf(draft, today)
  const problems = isAsked ? found : {}
  const change = (changed: Partial<ConsentDraft>) => setDraft((present) => ({ ...present, ...changed }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (Object.keys(found).length === 0) return onGive(draft)
    setAsked(true)
    // once the sentences are drawn
    setTimeout(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error="true"] input')?.focus(),
    )
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <div className={styles.columns}>
        <Stack gap="lg">
          <FieldGroup legend={t('Where pictures may be shown')} error={problems.channels} layout="chips">
            {channels.map((channel, index) => (
              <Chip
                key={channel}
                size="sm"
                variant="outline"
                checked={draft.channels.includes(channel)}
                {...(index === 0 && { 'data-autofocus': true })}
                onChange={(isChosen) =>
                  change({
                    channels: channels.filter((one) => (one === channel ? isChosen : draft.channels.includes(one))),
                  })
                }
              >
                {purposeLabel(channel)}
              </Chip>
            ))}
          </FieldGroup>
          <Radio.Group
            label={t('What may be seen')}
            value={draft.angles}
            onChange={(angles) => change({ angles: angles as AngleGroup })}
          >
            <Stack gap={6} mt={6}>
              {angleGroups.map((angles) => (
                <Radio key={angles} value={angles} label={angleGroupLabel(angles)} />
              ))}
            </Stack>
          </Radio.Group>
          <Group grow align="flex-start" gap="sm">
            <TextInput
              type="date"
              label={t('Signed on')}
              value={draft.givenOn}
              max={today}
              error={problems.givenOn}
              onChange={(event) => change({ givenOn: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('Holds until')}
              description={t('Blank: until withdrawn')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={draft.expiresOn}
              min={draft.givenOn}
              error={problems.expiresOn}
              onChange={(event) => change({ expiresOn: event.currentTarget.value })}
            />
          </Group>
        </Stack>
        <div className={styles.words}>
          <div className={styles.wordsHead}>
            <label className={styles.wordsTitle} htmlFor="consent-words">
              {t('What the client agrees to')}
            </label>
            <SegmentedControl
              size="xs"
              aria-label={t('Language of the form')}
              value={draft.language}
              data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
              onChange={(language) => change({ language: language as Language })}
            />
          </div>
          <ConsentTexts scopes={draft.scopes} language={draft.language} onScopes={(scopes) => change({ scopes })} />
          <Textarea
            id="consent-words"
            lang={draft.language}
            classNames={{ root: styles.wordsRoot!, wrapper: styles.wordsRoot!, input: styles.wordsInput! }}
            value={draft.scopes[draft.language]}
            maxLength={longestScope}
            error={problems.scope}
            onChange={(event) => change({ scopes: { ...draft.scopes, [draft.language]: event.currentTarget.value } })}
          />
          <p className={styles.hint}>
            {t(
              'A suggestion, to be put into the studio’s own words. Have it looked over by whoever advises you on law.',
            )}
          </p>
        </div>
      </div>
      <SignFields
        draft={draft}
        treatmentId={subject.treatmentId}
        problems={problems}
        onChange={change}
        onDraw={(edit) => setDraft((present) => ({ ...present, drawing: edit(present.drawing) }))}
      />
      <ConsentFoot print={t('Print the form…')}>
        <Button variant="default" onClick={onCancel}>
          {t('Cancel')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {t('Record the consent')}
        </Button>
      </ConsentFoot>
      <PrintedConsent
        clientName={clientName}
        consent={{ ...draft, scope: draft.scopes[draft.language], signed: null }}
      />
    </form>
  )
}
