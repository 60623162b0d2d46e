import type { BackupStatus, HealthReport } from '../../../shared/ipc/care.ts'
import type { KeyStatus } from '../../../shared/ipc/keys.ts'
import { sizeInWords } from '../../../shared/size-in-words.ts'
import { addedWords } from '../../backup-words.ts'
import { dayLabel } from '../../ui/day-label.ts'
import { instantLabel } from '../../ui/instant-label.ts'
import type { Finding } from './finding.ts'
import { keyFindings } from './key-words.ts'

/** Files in quarantine stay there untouched at least this long. */
const quarantineDays = 30

/** Whether the photos' files are where they belong, and as they were. */
export function photoFindings({ photoCount, missing, damaged }: HealthReport): Finding[] {
  if (photoCount === 0) return [{ isGood: true, sentence: 'There are no photos yet.' }]
  const findings: Finding[] = []
  if (missing.count > 0)
    findings.push({
      isGood: false,
      sentence: `${missing.count} of ${count(photoCount, 'photo file')} ${missing.count === 1 ? 'is' : 'are'} missing from the library folder.`,
      toDo: 'Nothing was deleted from the record. Import these photos again from where they came from: Stipple puts each file back in its place. Or restore a backup.',
      photos: missing,
    })
  if (damaged.count > 0)
    findings.push({
      isGood: false,
      sentence: `${count(damaged.count, 'photo file')} changed on the disk after import.`,
      toDo: 'The disk may be failing: back up to another drive soon. Import these photos again, and Stipple replaces the damaged files; or restore a backup.',
      photos: damaged,
    })
  if (findings.length === 0)
    findings.push({
      isGood: true,
      sentence:
        photoCount === 1
          ? 'The 1 photo file is where it belongs.'
          : `All ${photoCount} photo files are where they belong.`,
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
      sentence: `${missing} of ${count(documentCount, 'form or document', 'forms and documents')} ${missing === 1 ? 'is' : 'are'} missing from the library folder.`,
      toDo: 'Nothing was deleted from the record. Add the same files again in the records of the client: Stipple puts each back in its place. Or restore a backup.',
      photos: missingDocuments,
    })
  if (damaged > 0)
    findings.push({
      isGood: false,
      sentence: `${count(damaged, 'form or document', 'forms and documents')} changed on the disk after ${damaged === 1 ? 'it was' : 'they were'} added.`,
      toDo: 'The disk may be failing: back up to another drive soon. Add the same files again in the records of the client, and Stipple replaces the damaged ones; or restore a backup.',
      photos: damagedDocuments,
    })
  if (findings.length === 0 && documentCount > 0)
    findings.push({
      isGood: true,
      sentence:
        documentCount === 1
          ? 'The 1 form or document is where it belongs.'
          : `All ${documentCount} forms and documents are where they belong.`,
    })
  return findings
}

/** When the photos, and the documents with them, were last read again. */
export function rereadSentences({ lastReread, lastFullCheck, photoCount, documentCount }: HealthReport): string[] {
  const noun = documentCount > 0 ? 'photo or document' : 'photo'
  const nouns = documentCount > 0 ? 'photos and documents' : 'photos'
  const full =
    lastFullCheck &&
    `All ${count(lastFullCheck.count, noun, nouns)} were last checked on ${instantLabel(lastFullCheck.at)}.`
  const share =
    lastReread &&
    `In the background, ${lastReread.count} of ${count(lastReread.total, noun, nouns)} ${lastReread.count === 1 ? 'was' : 'were'} last read on ${instantLabel(lastReread.at)}.`
  const none =
    photoCount + documentCount > 0 ? 'No file was read again yet; Stipple begins a minute after its start.' : null
  return [full, share, full || share ? null : none].filter((sentence) => sentence !== null)
}

/** What was set aside at a start. */
export function asideFindings({ quarantined, tornRecordDays, keptLibraries }: HealthReport): Finding[] {
  const findings = quarantined.map(({ day, count: files }) => ({
    isGood: true,
    sentence: `${dayLabel(day)}: ${count(files, 'file')} that ${files === 1 ? 'belongs' : 'belong'} to no photo or document. Kept in the library’s quarantine folder at least until ${dayLabel(later(day))}, and never deleted by Stipple.`,
    toDo: 'This happens when Stipple is cut off while it saves photos. If photos of that day are missing, import them again.',
  }))
  const torn = tornRecordDays.map((day) => ({
    isGood: true,
    sentence: `${dayLabel(day)}: a change that was only half written when Stipple was cut off. Everything before it is here.`,
    toDo: 'Look whether the last change before that day is there, and make it again if it isn’t.',
  }))
  const kept = keptLibraries.map(({ keptAt, goesAt }) => ({
    isGood: true,
    sentence: `${instantLabel(keptAt)}: the whole library as it was before a backup was restored. It is kept beside the library and removed after ${dayLabel(goesAt.slice(0, 10))}.`,
    toDo: 'Whoever was erased since is erased there, too. Restore a backup, or import again, what you miss before that day.',
  }))
  return [...findings, ...torn, ...kept]
}

/** How much room is left. */
export function diskFinding({ freeBytes, isDiskLow }: HealthReport): Finding {
  const sentence = `${sizeInWords(freeBytes)} are free on the library’s disk.`
  if (!isDiskLow) return { isGood: true, sentence }
  return {
    isGood: false,
    sentence,
    toDo: 'Photos can’t be imported with less than 2 GB. Empty the trash, or move large files elsewhere.',
  }
}

/** How the library is backed up. */
export function backupFindings({ last, test, isDue }: BackupStatus): Finding[] {
  if (!last)
    return [
      {
        isGood: !isDue,
        sentence: 'This library was never backed up.',
        toDo: 'Back it up to an external drive: if this computer is lost or its disk fails, the photos are gone.',
      },
    ]
  const isOld = isDue && !test?.problem
  const advice = [
    isOld ? 'It is more than a week old, and the library has changed since: back up again.' : '',
    last.isReachable ? '' : 'It can’t be reached now: connect the drive on which it stands before the next backup.',
  ]
    .filter(Boolean)
    .join(' ')
  const findings: Finding[] = [
    {
      isGood: !isOld,
      sentence: `Last backup on ${instantLabel(last.at)}: “${last.fileName}”, ${sizeInWords(last.byteSize)}${lastMadeWords(last, test)}.`,
      ...(advice === '' ? {} : { toDo: advice }),
    },
  ]
  if (test?.problem)
    findings.push({
      isGood: false,
      sentence: `The test on ${instantLabel(test.at)} failed: ${test.problem}.`,
      toDo: 'Make a new backup on another drive.',
    })
  else if (test)
    findings.push({ isGood: true, sentence: `Unpacked as a test on ${instantLabel(test.at)}: everything was there.` })
  if (last.missingCount + last.damagedCount > 0)
    findings.push({
      isGood: false,
      sentence: `It was made while ${count(last.missingCount + last.damagedCount, 'photo file')} ${last.missingCount + last.damagedCount === 1 ? 'was' : 'were'} missing or damaged.`,
      toDo: 'Keep an older backup that still has them.',
    })
  if (last.isSameDisk)
    findings.push({
      isGood: false,
      sentence: 'It stands on the same disk as the library.',
      toDo: 'When this disk fails, both are gone. Back up to an external drive as well.',
    })
  return findings
}

/** What was read of the last backup when it was made, and when all of it was. */
function lastMadeWords({ added, wholeAt }: NonNullable<BackupStatus['last']>, test: BackupStatus['test']): string {
  if (!added) return ', read again and found whole'
  const whole = test ? '' : `. All of it was last read on ${instantLabel(wholeAt)}`
  const words = addedWords(added)
  return `. ${words.charAt(0).toUpperCase()}${words.slice(1)}${whole}`
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
  if (open === 0) return 'Everything is in order.'
  return open === 1 ? 'One thing needs your attention.' : `${open} things need your attention.`
}

/** A number with its noun: "1 photo", "24 photos". */
export function count(number: number, noun: string, nouns = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : nouns}`
}

function later(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + quarantineDays * 86_400_000).toISOString().slice(0, 10)
}
