import { AppError } from '../../shared/errors.ts'

/** Runs a step on a file and adds the file's name to the AppError that it throws. */
export async function naming<Value>(fileName: string, step: () => Promise<Value>): Promise<Value> {
  try {
    return await step()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, { ...error.details, fileName }, { cause: error.cause })
  }
}
