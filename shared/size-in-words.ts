import { numberInWords } from './words/formats.ts'
/** A size in words: "640 MB", "2.1 GB". */
export function sizeInWords(byteSize: number): string {
  if (byteSize < 1024 ** 2) return `${Math.ceil(byteSize / 1024)} KB`
  if (byteSize < 1024 ** 3) return `${Math.round(byteSize / 1024 ** 2)} MB`
  return `${numberInWords(Number((byteSize / 1024 ** 3).toFixed(1)), 1)} GB`
}
