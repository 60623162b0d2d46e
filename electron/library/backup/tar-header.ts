/** Everything in a tar file starts at a multiple of this many bytes. */
export const tarBlockBytes = 512

/** The largest file that a plain tar header can tell the size of: 8 GiB less one byte. */
export const largestTarFileBytes = 8 * 1024 ** 3 - 1

/**
 * The header of an ordinary file (POSIX ustar, IEEE 1003.1). Name and size are all that varies, so that there is exactly one right header for each: whatever
 * differs from it was changed. `name` has at most 100 ASCII characters.
 */
export function tarHeader(name: string, byteSize: number): Buffer {
  const header = Buffer.alloc(tarBlockBytes)
  header.write(name, 0, 100, 'ascii')
  header.write('0000400\0', 100, 'ascii')
  header.write('0000000\0', 108, 'ascii')
  header.write('0000000\0', 116, 'ascii')
  header.write(`${byteSize.toString(8).padStart(11, '0')}\0`, 124, 'ascii')
  header.write('00000000000\0', 136, 'ascii')
  header.write('        ', 148, 'ascii')
  header.write('0', 156, 'ascii')
  header.write('ustar\x0000', 257, 'ascii')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'ascii')
  return header
}

/** The zeros after a file of this size, up to the next block. */
export function tarPaddingBytes(byteSize: number): number {
  return (tarBlockBytes - (byteSize % tarBlockBytes)) % tarBlockBytes
}

/** What a file takes up in a tar file: header, content, padding. */
export function tarEntryBytes(byteSize: number): number {
  return tarBlockBytes + byteSize + tarPaddingBytes(byteSize)
}
