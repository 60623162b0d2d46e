import { Alert, Button, Chip } from '@mantine/core'
import { Lock, ShieldCheck } from 'lucide-react'
import {
  type Channel,
  type GivenConsent,
  mayShowFace,
  type Purpose,
  presentConsent,
  purposes,
  refusalOfExport,
} from '../../../shared/domain/consent.ts'
import { missingInWords, purposeLabel } from '../../../shared/domain/consent-words.ts'
import { dayOf } from '../../../shared/domain/import-grouping.ts'
import type { Photo } from '../../../shared/domain/photo.ts'
import { dayInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { FieldGroup } from '../../ui/field-group.tsx'
import styles from './purpose-choice.module.css'

/** A consent that an export lacks. */
export interface MissingFor {
  readonly channel: Channel
  readonly showsFace: boolean
}

interface PurposeChoiceProps {
  readonly purpose: Purpose
  readonly consents: readonly GivenConsent[]
  readonly photos: readonly Photo[]
  readonly onChange: (purpose: Purpose) => void
  readonly onConsent: (missing: MissingFor) => void
}

/** What an export of these photos lacks today, by the client's consents; null when nothing is. Main asks the same before it saves. */
export function missingFor(purpose: Purpose, consents: readonly GivenConsent[], photos: readonly Photo[]) {
  return refusalOfExport(consents, { purpose, showsFace: mayShowAFace(photos), on: dayOf(new Date()) })
}

function mayShowAFace(photos: readonly Photo[]): boolean {
  return photos.some(({ angle }) => mayShowFace(angle))
}

/** What a picture is for; where the client hasn't agreed to it, what is missing and the way to the form. */
export function PurposeChoice({ purpose, consents, photos, onChange, onConsent }: PurposeChoiceProps) {
  const missing = missingFor(purpose, consents, photos)
  const consent = presentConsent(consents)
  return (
    <div>
      <Chip.Group value={purpose} onChange={(chosen) => onChange(chosen as Purpose)}>
        <FieldGroup legend={t('What is it for?')} layout="chips">
          {purposes.map((one) => (
            <Chip key={one} value={one} size="xs" variant="outline">
              {missingFor(one, consents, photos) && <Lock className={styles.lock} size={11} aria-hidden />}
              {purposeLabel(one)}
            </Chip>
          ))}
        </FieldGroup>
      </Chip.Group>
      {purpose !== 'for-the-client' && missing && (
        <Alert mt="sm" color="yellow" icon={<Lock size={18} aria-hidden />} title={t('No consent for this')}>
          {missingInWords(missing, consents, purpose).map((sentence) => (
            <p key={sentence} className={styles.sentence}>
              {sentence}
            </p>
          ))}
          <Button
            mt="sm"
            size="compact-sm"
            onClick={() => onConsent({ channel: purpose, showsFace: mayShowAFace(photos) })}
          >
            {t('Record a consent…')}
          </Button>
        </Alert>
      )}
      {purpose !== 'for-the-client' && !missing && consent && (
        <p className={styles.covered}>
          <ShieldCheck size={16} aria-hidden />
          {t('Covered by the consent of {{day}}', { day: dayInWords(consent.givenOn) })}
        </p>
      )}
    </div>
  )
}
