/** No export is larger. */
const mostBytes = 400e6

/** The SHA-256 of a file, in hexadecimal digits; null for one that is too large to be an export. Rejects where it can't be read, such as a folder. */
export async function fileSum(file: File): Promise<string | null> {
  if (file.size > mostBytes) return null
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
