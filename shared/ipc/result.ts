import { AppError, type ErrorCode, type ErrorDetails } from '../errors.ts'

/** An error as it crosses a process boundary. */
export interface ErrorReply {
  readonly code: ErrorCode
  readonly details: ErrorDetails
}

/** The reply to a request: a value, or an error with a code. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ErrorReply }

/** Turns anything thrown into an error reply; what is no AppError becomes `bug`. */
export function errorReplyOf(thrown: unknown): ErrorReply {
  if (thrown instanceof AppError) return { code: thrown.code, details: thrown.details }
  return { code: 'bug', details: {} }
}

/** The value of a reply; throws its error as an AppError. */
export function unwrap<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new AppError(result.error.code, result.error.details)
}
