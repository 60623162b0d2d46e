/** What can go wrong, by how it is treated: see docs/architecture.md. */
export const errorCodes = [
  'file-unreadable',
  'unsupported-format',
  'picture-damaged',
  'picture-too-large',
  'disk-full',
  'folder-unavailable',
  'photo-missing',
  'cancelled',
  'engine-crashed',
  'engine-timeout',
  'library-newer',
  'library-in-use',
  'library-damaged',
  'library-read-only',
  'backup-damaged',
  'library-key-missing',
  'library-locked',
  'wrong-passphrase',
  'wrong-recovery-key',
  'invalid-request',
  'refused',
  'bug',
] as const

/** One of the codes that the window knows a sentence for. */
export type ErrorCode = (typeof errorCodes)[number]

/** What a sentence about an error may name; never a client's name. */
export interface ErrorDetails {
  readonly fileName?: string | undefined
  readonly reason?: string | undefined
  readonly reportId?: string | undefined
}

/** An error that is expected and has a code; anything else that is thrown is a bug. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(details.reason ? `${code}: ${details.reason}` : code, options)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}
