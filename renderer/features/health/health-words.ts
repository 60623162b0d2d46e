import type { BackupStatus, HealthReport } from '../../../shared/ipc/care.ts'
import type { KeyStatus } from '../../../shared/ipc/keys.ts'
import { sizeInWords } from '../../../shared/size-in-words.ts'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { addedWords } from '../../backup-words.ts'
import { dayLabel } from '../../ui/day-label.ts'
import { instantLabel } from '../../ui/instant-label.ts'
import type { Finding } from './finding.ts'
import { keyFindings } from './key-words.ts'

/** Files in quarantine stay there untouched at least this long. */
const quarantineDays = 30

/** Whether the photos' files are where they belong, and as they were. */
export function photoFindings({ photoCount, missing, damaged }: HealthReport): Finding[] {
  if (photoCount === 0) return [{ isGood: true, sentence: t('There are no photos yet.') }]
  const findings: Finding[] = []
  if (missing.count > 0)
    findings.push({
      isGood: false,
      sentence:
        photoCount === 1
          ? t('The only photo file is missing from the library folder.')
          : t('{{count}} of {{total}} photo files are missing from the library folder.', {
              count: missing.count,
              total: numberInWords(photoCount),
            }),
      toDo: t(
        'Nothing was deleted from the record. Import these photos again from where they came from: Stipple puts each file back in its place. Or restore a backup.',
      ),
      photos: missing,
    })
  if (damaged.count > 0)
    findings.push({
      isGood: false,
      sentence: t('{{count}} photo files changed on the disk after import.', { count: damaged.count }),
      toDo: t(
        'The disk may be failing: back up to another drive soon. Import these photos again, and Stipple replaces the damaged files; or restore a backup.',
      ),
      photos: damaged,
    })
  if (findings.length === 0)
    findings.push({
      isGood: true,
      sentence: t('All {{count}} photo files are where they belong.', { count: photoCount }),
    })
  return findings
}

/** Whether the files of forms and documents are where they belong, and as they were; nothing where there are none. */
export function documentFindings({ documentCount, missingDocuments, damagedDocuments }: HealthReport): Finding[] {
  const [missing, damaged] = [missingDocuments.count, damagedDocuments.count]
  const findings: Finding[] = []
  if (missing > 0)
    findings.push({
      isGood: false,
      sentence:
        documentCount === 1
          ? t('The only form or document is missing from the library folder.')
          : t('{{count}} of {{total}} forms and documents are missing from the library folder.', {
              count: missing,
              total: numberInWords(documentCount),
            }),
      toDo: t(
        'Nothing was deleted from the record. Add the same files again in the records of the client: Stipple puts each back in its place. Or restore a backup.',
      ),
      photos: missingDocuments,
    })
  if (damaged > 0)
    findings.push({
      isGood: false,
      sentence: t('{{count}} forms and documents changed on the disk after they were added.', { count: damaged }),
      toDo: t(
        'The disk may be failing: back up to another drive soon. Add the same files again in the records of the client, and Stipple replaces the damaged ones; or restore a backup.',
      ),
      photos: damagedDocuments,
    })
  if (findings.length === 0 && documentCount > 0)
    findings.push({
      isGood: true,
      sentence: t('All {{count}} forms and documents are where they belong.', { count: documentCount }),
    })
  return findings
}

/** When the photos, and the documents with them, were last read again. */
export function rereadSentences({ lastReread, lastFullCheck, photoCount, documentCount }: HealthReport): string[] {
  const full = lastFullCheck && fullCheckSentence(lastFullCheck, documentCount > 0)
  const share = lastReread && rereadSentence(lastReread, documentCount > 0)
  const none =
    photoCount + documentCount > 0 ? t('No file was read again yet; Stipple begins a minute after its start.') : null
  return [full, share, full || share ? null : none].filter((sentence) => sentence !== null)
}

function fullCheckSentence({ count, at }: NonNullable<HealthReport['lastFullCheck']>, hasDocuments: boolean): string {
  const values = { count, moment: instantLabel(at) }
  return hasDocuments
    ? t('All {{count}} photos and documents were last checked on {{moment}}.', values)
    : t('All {{count}} photos were last checked on {{moment}}.', values)
}

function rereadSentence({ count, total, at }: NonNullable<HealthReport['lastReread']>, hasDocuments: boolean): string {
  const values = { count, total: numberInWords(total), moment: instantLabel(at) }
  if (total === 1) return t('In the background, the only file was last read on {{moment}}.', { moment: values.moment })
  return hasDocuments
    ? t('In the background, {{count}} of {{total}} photos and documents were last read on {{moment}}.', values)
    : t('In the background, {{count}} of {{total}} photos were last read on {{moment}}.', values)
}

/** What was set aside at a start. */
export function asideFindings({ quarantined, tornRecordDays, keptLibraries }: HealthReport): Finding[] {
  const findings = quarantined.map(({ day, count: files }) => ({
    isGood: true,
    sentence: t(
      '{{day}}: {{count}} files that belong to no photo or document. Kept in the library’s quarantine folder at least until {{until}}, and never deleted by Stipple.',
      { day: dayLabel(day), count: files, until: dayLabel(later(day)) },
    ),
    toDo: t(
      'This happens when Stipple is cut off while it saves photos. If photos of that day are missing, import them again.',
    ),
  }))
  const torn = tornRecordDays.map((day) => ({
    isGood: true,
    sentence: t(
      '{{day}}: a change that was only half written when Stipple was cut off. Everything before it is here.',
      { day: dayLabel(day) },
    ),
    toDo: t('Look whether the last change before that day is there, and make it again if it isn’t.'),
  }))
  const kept = keptLibraries.map(({ keptAt, goesAt }) => ({
    isGood: true,
    sentence: t(
      '{{moment}}: the whole library as it was before a backup was restored. It is kept beside the library and removed after {{day}}.',
      { moment: instantLabel(keptAt), day: dayLabel(goesAt.slice(0, 10)) },
    ),
    toDo: t(
      'Whoever was erased since is erased there, too. Restore a backup, or import again, what you miss before that day.',
    ),
  }))
  return [...findings, ...torn, ...kept]
}

/** How much room is left. */
export function diskFinding({ freeBytes, isDiskLow }: HealthReport): Finding {
  const sentence = t('{{size}} are free on the library’s disk.', { size: sizeInWords(freeBytes) })
  if (!isDiskLow) return { isGood: true, sentence }
  return {
    isGood: false,
    sentence,
    toDo: t('Photos can’t be imported with less than 2 GB. Empty the trash, or move large files elsewhere.'),
  }
}

/** How the library is backed up. */
export function backupFindings({ last, test, isDue }: BackupStatus): Finding[] {
  if (!last)
    return [
      {
        isGood: !isDue,
        sentence: t('This library was never backed up.'),
        toDo: t('Back it up to an external drive: if this computer is lost or its disk fails, the photos are gone.'),
      },
    ]
  const isOld = isDue && !test?.problem
  const advice = [
    isOld ? t('It is more than a week old, and the library has changed since: back up again.') : '',
    last.isReachable ? '' : t('It can’t be reached now: connect the drive on which it stands before the next backup.'),
  ]
    .filter(Boolean)
    .join(' ')
  const findings: Finding[] = [
    {
      isGood: !isOld,
      sentence: lastBackupSentence(last, test),
      ...(advice === '' ? {} : { toDo: advice }),
    },
  ]
  if (test?.problem)
    findings.push({
      isGood: false,
      sentence: t('The test on {{moment}} failed: {{problem}}.', {
        moment: instantLabel(test.at),
        problem: test.problem,
      }),
      toDo: t('Make a new backup on another drive.'),
    })
  else if (test)
    findings.push({
      isGood: true,
      sentence: t('Unpacked as a test on {{moment}}: everything was there.', { moment: instantLabel(test.at) }),
    })
  if (last.missingCount + last.damagedCount > 0)
    findings.push({
      isGood: false,
      sentence: t('It was made while {{count}} photo files were missing or damaged.', {
        count: last.missingCount + last.damagedCount,
      }),
      toDo: t('Keep an older backup that still has them.'),
    })
  if (last.isSameDisk)
    findings.push({
      isGood: false,
      sentence: t('It stands on the same disk as the library.'),
      toDo: t('When this disk fails, both are gone. Back up to an external drive as well.'),
    })
  return findings
}

/** When the last backup was made, what was read of it then, and when all of it was. */
function lastBackupSentence(last: NonNullable<BackupStatus['last']>, test: BackupStatus['test']): string {
  const { at, fileName, byteSize, added, wholeAt } = last
  const values = { moment: instantLabel(at), fileName, size: sizeInWords(byteSize) }
  if (!added) return t('Last backup on {{moment}}: “{{fileName}}”, {{size}}, read again and found whole.', values)
  const words = addedWords(added)
  return [
    t('Last backup on {{moment}}: “{{fileName}}”, {{size}}.', values),
    `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
    ...(test ? [] : [t('All of it was last read on {{moment}}.', { moment: instantLabel(wholeAt) })]),
  ].join(' ')
}

/** The page in one sentence. */
export function overallSentence(report: HealthReport, keyStatus: KeyStatus | null): string {
  const findings = [
    ...photoFindings(report),
    ...documentFindings(report),
    diskFinding(report),
    ...backupFindings(report.backup),
    ...(keyStatus ? keyFindings(keyStatus, report.backup) : []),
  ]
  const open = findings.filter(({ isGood }) => !isGood).length
  if (open === 0) return t('Everything is in order.')
  return t('{{count}} things need your attention.', { count: open })
}

function later(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + quarantineDays * 86_400_000).toISOString().slice(0, 10)
}
