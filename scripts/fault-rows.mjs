/**
 * One kind of harm, the tests that do it, and the test that shows what would happen without the protection.
 * @typedef {object} FaultRow
 * @property {number} number as in docs/faults.md
 * @property {string} fault
 * @property {readonly { file: string, of?: RegExp }[]} tests files below tests/, without `.test.ts`; with `of`, only the tests of that name
 * @property {{ file: string, of: RegExp }} control
 */

/** @type {readonly FaultRow[]} */
export const faultRows = [
  {
    number: 1,
    fault: 'the process ends, EIO, ENOSPC, EROFS at every call',
    tests: [
      { file: 'faults/every-call' },
      { file: 'library/migration', of: /crash between|that fails/ },
      { file: 'library/erasure', of: /crash between|disk refuses/ },
      { file: 'faults/backup-addition', of: /^(?!control)/ },
    ],
    control: { file: 'faults/every-call', of: /^control: photos that are acknowledged before their record/ },
  },
  {
    number: 2,
    fault: 'kill -9 while importing, while erasing',
    tests: [{ file: 'faults/kill' }, { file: 'faults/kill-while-erasing' }],
    control: { file: 'faults/kill', of: /control: photos said to be safe too early/ },
  },
  {
    number: 3,
    fault: 'power cut',
    tests: [{ file: 'faults/power-cut' }, { file: 'faults/power-cut-on-ext4' }],
    control: { file: 'faults/power-cut', of: /^control: on a disk whose syncs do nothing/ },
  },
  {
    number: 4,
    fault: 'disk full, then freed',
    tests: [
      { file: 'faults/every-call', of: /ENOSPC/ },
      { file: 'faults/unplugged', of: /disk is full/ },
    ],
    control: { file: 'faults/every-call', of: /^control/ },
  },
  {
    number: 5,
    fault: 'read-only, unplugged, rights gone, then back',
    tests: [{ file: 'faults/unplugged' }],
    control: { file: 'faults/unplugged', of: /^control/ },
  },
  {
    number: 6,
    fault: 'each kind of file flipped, cut, deleted',
    tests: [
      { file: 'faults/damaged-files' },
      { file: 'library/ledger' },
      { file: 'library/damage' },
      { file: 'library/checkpoint', of: /damage|cut/ },
    ],
    control: { file: 'faults/damaged-files', of: /^control/ },
  },
  {
    number: 7,
    fault: 'the window’s projection gone, halved, of a later schema',
    tests: [{ file: 'faults/projection' }, { file: 'unit/renderer/library/ledger-feed' }, { file: 'e2e/lock' }],
    control: { file: 'faults/projection', of: /^control/ },
  },
  {
    number: 8,
    fault: 'constants of the origin, a library of an older version',
    tests: [{ file: 'unit/architecture/constants' }, { file: 'library/migration' }],
    control: { file: 'library/migration', of: /^control/ },
  },
  {
    number: 9,
    fault: 'two instances, a stale lock',
    tests: [
      { file: 'faults/two-instances' },
      { file: 'library/library', of: /lock of|living process/ },
      { file: 'e2e/security', of: /second start/ },
    ],
    control: { file: 'faults/two-instances', of: /^control/ },
  },
  {
    number: 10,
    fault: 'empty, cut, rotten, lying files, bombs, SVG, GIF',
    tests: [
      { file: 'faults/bare-decoder' },
      { file: 'engine/inspect-photo' },
      { file: 'engine/data-folder', of: /damaged and hostile/ },
      { file: 'e2e/import', of: /damaged and hostile/ },
    ],
    control: { file: 'faults/bare-decoder', of: /^control: without the limit/ },
  },
  {
    number: 11,
    fault: 'broken pictures by the thousand; engine crash, hang, memory',
    tests: [{ file: 'faults/fuzz' }, { file: 'unit/electron/engine-pool' }],
    control: { file: 'faults/fuzz', of: /^control/ },
  },
  {
    number: 12,
    fault: 'traversal, links, devices, pipes, hostile archives',
    tests: [
      { file: 'faults/naive-paths' },
      { file: 'faults/followed-links' },
      { file: 'library/originals', of: /links, pipes|hostile names/ },
      { file: 'library/restore', of: /as a name is refused|isn’t a file/ },
      { file: 'e2e/security', of: /photos by hash/ },
    ],
    control: { file: 'faults/naive-paths', of: /^control: a server/ },
  },
  {
    number: 13,
    fault: 'names that programs trip over',
    tests: [{ file: 'faults/file-names' }],
    control: { file: 'faults/file-names', of: /^control/ },
  },
  {
    number: 14,
    fault: 'clock ten years off, summer time, 1970',
    tests: [{ file: 'faults/clock' }],
    control: { file: 'faults/clock', of: /^control/ },
  },
  {
    number: 15,
    fault: 'wrong passphrase, another computer, lost key, recovery key',
    tests: [{ file: 'library/ways-to-open' }, { file: 'unit/electron/device-key' }, { file: 'e2e/lock' }],
    control: { file: 'library/ways-to-open', of: /control/ },
  },
  {
    number: 16,
    fault: 'no byte of a name or picture in use and after erasing',
    tests: [{ file: 'library/canary' }, { file: 'library/erasure' }, { file: 'e2e/erasure' }],
    control: { file: 'library/erasure', of: /^control/ },
  },
  {
    number: 17,
    fault: 'tampered, reordered, cut backup',
    tests: [{ file: 'library/restore' }, { file: 'library/backup' }, { file: 'library/backup-addition' }],
    control: { file: 'library/restore', of: /^control/ },
  },
  {
    number: 18,
    fault: 'an export’s metadata, its record before the file',
    tests: [{ file: 'faults/export' }, { file: 'faults/hand-over' }, { file: 'e2e/main-job', of: /first start/ }],
    control: { file: 'faults/export', of: /^control: with the file first/ },
  },
  {
    number: 19,
    fault: 'the window’s rights, policy, permissions, network',
    tests: [{ file: 'e2e/security' }],
    control: { file: 'e2e/security', of: /control: a window without protections/ },
  },
  {
    number: 20,
    fault: 'a large library: start, opening, search',
    tests: [{ file: 'e2e/large-library' }],
    control: { file: 'e2e/large-library', of: /control/ },
  },
]
