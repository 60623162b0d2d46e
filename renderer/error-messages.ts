import { AppError, type ErrorCode, type ErrorDetails } from '../shared/errors.ts'
import { t } from '../shared/words/translate.ts'

const sentences: Record<ErrorCode, (details: ErrorDetails) => string> = {
  'file-unreadable': () =>
    t('The file can’t be read. Check that the drive or phone is still connected, then try again.'),
  'unsupported-format': ({ reason }) =>
    reason ??
    t(
      'This is not a photo that Stipple reads. Use JPEG, PNG, WebP, TIFF, AVIF, HEIC or camera RAW, and MP4, MOV or WebM for videos.',
    ),
  'picture-damaged': ({ reason }) =>
    reason ?? t('The picture is damaged and can’t be opened. Export it again from the phone or camera.'),
  'picture-too-large': ({ reason }) => reason ?? t('The picture is larger than 80 megapixels. Export a smaller copy.'),
  'disk-full': ({ reason }) => reason ?? t('The disk is full. Nothing was changed; free some space, then try again.'),
  'folder-unavailable': () => t('The folder can’t be written. Check the drive and its permissions, then try again.'),
  'photo-missing': ({ fileName }) =>
    fileName
      ? t(
          'The file of {{fileName}} is missing from the library folder. Nothing was deleted: put the drive back, or import the file again.',
          { fileName },
        )
      : t(
          'The file of the photo is missing from the library folder. Nothing was deleted: put the drive back, or import the file again.',
        ),
  cancelled: () => t('Cancelled.'),
  'engine-crashed': () =>
    t('The picture engine stopped twice on this. The photo is kept; try again, or leave this photo out.'),
  'engine-timeout': () => t('This took too long and was stopped. Try again, or leave this photo out.'),
  'library-newer': () => t('This library was written by a newer Stipple. Update Stipple; nothing was changed.'),
  'library-in-use': () => t('The library is open in another Stipple. Close it there first.'),
  'library-damaged': ({ reason }) =>
    reason
      ? t('The library’s record is damaged ({{reason}}). Nothing was changed; restore it from a backup.', { reason })
      : t('The library’s record is damaged. Nothing was changed; restore it from a backup.'),
  'library-read-only': () =>
    t('This library’s record is damaged, so it can only be looked at. Restore it from a backup to go on working.'),
  'backup-damaged': ({ reason }) =>
    reason
      ? t('This backup can’t be used: {{reason}}. Nothing was changed; choose another backup.', { reason })
      : t('This backup can’t be used. Nothing was changed; choose another backup.'),
  'library-key-missing': () =>
    t(
      'The key to this library is not on this computer. Nothing was changed: type the recovery key, or start Stipple as the user who made the library.',
    ),
  'library-locked': () => t('The library is locked. Type its passphrase.'),
  'wrong-passphrase': () =>
    t('This passphrase doesn’t open the library. Mind capital letters and the keyboard’s language.'),
  'wrong-recovery-key': () => t('This recovery key doesn’t open the library. Compare it with the paper, sign by sign.'),
  'invalid-request': () => t('Stipple could not understand its own request. Please report this.'),
  refused: ({ reason }) => reason ?? t('This can’t be done.'),
  bug: ({ reportId }) =>
    reportId
      ? t('Something went wrong in Stipple (report {{reportId}}). Nothing was lost; try again.', { reportId })
      : t('Something went wrong in Stipple. Nothing was lost; try again.'),
}

/** One plain sentence for anything that was thrown, with the way out; names the file where there is one. */
export function errorSentence(thrown: unknown): string {
  if (!(thrown instanceof AppError)) return sentences.bug({})
  return sentences[thrown.code](thrown.details)
}

/** True when the user stopped the work: then nothing needs to be said. */
export function isCancelled(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.code === 'cancelled'
}
