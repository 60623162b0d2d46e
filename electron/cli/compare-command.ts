import { access, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { ReferenceView } from '../../shared/ipc/engine-tasks.ts'
import type { EnginePool } from '../engine-pool/engine-pool.ts'
import { decodePng, encodePng, sideBySide } from './png-pixels.ts'
import { refuseOverwriting } from './refuse-overwriting.ts'

const exitCodeNotAligned = 3
const paneWidthPx = 1080
const paneHeightPx = 1350

/** Where the two photos are and where the picture goes. */
export interface CompareRequest {
  readonly beforePath: string
  readonly afterPath: string
  readonly outPath: string
  readonly format: 'png' | 'jpeg'
}

/** Aligns AFTER to BEFORE and writes both side by side. Writes nothing where they can't be aligned. Gives the exit code. */
export async function compare(engines: EnginePool, request: CompareRequest): Promise<number> {
  await refuseOverwriting(request.outPath, [request.beforePath, request.afterPath])
  await access(dirname(resolve(request.outPath)), constants.W_OK).catch((cause) => {
    throw new AppError(
      'folder-unavailable',
      { fileName: basename(request.outPath), reason: 'Its folder isn’t there or can’t be written to.' },
      { cause },
    )
  })
  const before = { path: resolve(request.beforePath), key: null, quarterTurns: 0 }
  const after = { path: resolve(request.afterPath), key: null, quarterTurns: 0 }
  const { outcome, transform, quality } = await engines.run('align-pair', {
    reference: { ...before, head: null },
    moving: { ...after, head: null },
    landmarks: [],
    starts: [],
  })
  if (!transform) {
    const names = `${basename(before.path)} and ${basename(after.path)}`
    process.stderr.write(
      `stipple: ${names} couldn’t be aligned, so nothing was written.\n${quality.reasons.map((reason) => `  ${reason}\n`).join('')}`,
    )
    return exitCodeNotAligned
  }
  const folder = await mkdtemp(join(tmpdir(), 'stipple-'))
  try {
    const inFolder = (name: string) => join(folder, name)
    const plainFile = (name: string) => ({ path: inFolder(name), seal: null })
    const { widthPx, heightPx } = await engines.run('inspect-photo', {
      source: before,
      fileName: basename(before.path),
      thumb: plainFile('thumb.webp'),
      work: plainFile('work.webp'),
    })
    const view = wholePhotoView(widthPx, heightPx)
    const pane = { view, format: 'png' } as const
    await Promise.all([
      engines.run('render-view', { ...pane, photo: before, transform: null, output: plainFile('before.png') }),
      engines.run('render-view', { ...pane, photo: after, transform, output: plainFile('after.png') }),
    ])
    const [left, right] = await Promise.all(
      ['before.png', 'after.png'].map(async (name) => decodePng(await readFile(inFolder(name)))),
    )
    await writeFile(inFolder('both.png'), encodePng(sideBySide(left!, right!)))
    await engines.run('encode-picture', {
      picture: { path: inFolder('both.png'), key: null },
      output: { path: resolve(request.outPath), seal: null },
      format: request.format,
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const verdict = outcome === 'aligned' ? 'aligned' : `aligned, but look closely: ${quality.reasons.join(' ')}`
  process.stdout.write(`${basename(request.outPath)}: ${verdict}\n`)
  return 0
}

/** The whole reference, as large as fits into a pane and never enlarged. */
function wholePhotoView(widthPx: number, heightPx: number): ReferenceView {
  const scale = Math.min(1, paneWidthPx / widthPx, paneHeightPx / heightPx)
  return {
    centreX: (widthPx - 1) / 2,
    centreY: (heightPx - 1) / 2,
    scale,
    widthPx: Math.max(1, Math.round(widthPx * scale)),
    heightPx: Math.max(1, Math.round(heightPx * scale)),
  }
}
