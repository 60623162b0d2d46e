import { AppError, type ErrorCode } from '../../shared/errors.ts'

const sentences: Partial<Record<ErrorCode, string>> = {
  'file-unreadable': 'The file can’t be read.',
  'unsupported-format': 'The file is no photo in a known format.',
  'picture-damaged': 'The picture is damaged.',
  'picture-too-large': 'The picture is too large.',
  'disk-full': 'The disk is full.',
  'engine-crashed': 'The image engine stopped twice on this.',
  'engine-timeout': 'This took too long and was stopped.',
  cancelled: 'Stopped.',
}

/** An error in plain words: the file, where it is known, and the reason. */
export function explain(error: unknown): string {
  if (!(error instanceof AppError)) return 'Something went wrong inside Stipple.'
  const sentence = error.details.reason ?? sentences[error.code] ?? 'Something went wrong inside Stipple.'
  return error.details.fileName ? `${error.details.fileName}: ${sentence}` : sentence
}

/** The code of an error, `bug` for everything unexpected. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'bug'
}
