const photoId = 'a'.repeat(64)

/** Paths that a hostile page asks of `app://lib/`; none of them names a file of the window or a photo. */
export const hostilePaths: readonly string[] = [
  '../../../../etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/etc/passwd',
  '..%5c..%5cetc%5cpasswd',
  '%252e%252e%252fetc%252fpasswd',
  'photo/',
  `photo/${photoId}`,
  `photo/${photoId}/thumb`,
  `photo/${photoId}/original`,
  `photo/${photoId}/thumb/../../../../etc/passwd`,
  `photo/${photoId}/thumb%00.webp`,
  `photo/${photoId.toUpperCase()}/thumb`,
  `photo/${'a'.repeat(65)}/thumb`,
  'photo/..%2f..%2fledger%2f000001.log/thumb',
  'library/ledger/000001.log',
  'main/main.js',
  '../main/main.js',
  'package.json',
  '//etc/passwd',
  'assets/../../main/main.js',
  'assets%2f..%2f..%2fmain%2fmain.js',
  'index.html%00',
]
