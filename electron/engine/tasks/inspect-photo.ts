import { AppError } from '../../../shared/errors.ts'
import type { EngineTasks, PhotoInspection, TaskContext } from '../../../shared/ipc/engine-tasks.ts'
import { examinePicture } from '../examine-picture.ts'
import { captureDateOf, readCaptureDate } from '../exif.ts'
import { inspectVideo } from '../inspect-video.ts'
import { naming } from '../name-file-in-error.ts'
import { sniffFile } from '../open-photo-file.ts'
import { fileBytes, type PictureHeader, reducePixels, writePicture } from '../sharp-images.ts'

type Task = EngineTasks['inspect-photo']

const thumbLongestSidePx = 400
const workLongestSidePx = 2560
const workQuality = 90

/**
 * Proves that a file is a picture by decoding it once, whatever its name says, and writes its thumbnail (400 px, WebP)
 * and its working copy (2560 px, JPEG). A picture of which a part is lost is kept and flagged; see `examinePicture`.
 * A video is only read: to decode it is for the window. Throws `file-unreadable`, `unsupported-format`, `picture-damaged`, `picture-too-large` and `cancelled`.
 */
export async function inspectPhoto(
  { source, fileName, thumb, work }: Task['input'],
  { signal, onProgress }: TaskContext,
): Promise<Task['output']> {
  const sniffed = await naming(fileName, () => sniffFile(source))
  if (sniffed.kind === 'video') return await naming(fileName, () => inspectVideo(source, sniffed.format))
  const { header, pixels, isDamaged } = await naming(fileName, () => examinePicture(source, workLongestSidePx))
  onProgress(0.6, 'Read the photo')
  if (signal.aborted) throw new AppError('cancelled')
  await writePicture(pixels, work, 'jpeg', { quality: workQuality, durability: 'made-again' })
  onProgress(0.9, 'Made the working copy')
  if (signal.aborted) throw new AppError('cancelled')
  await writePicture(await reducePixels(pixels, thumbLongestSidePx), thumb, 'webp', { durability: 'made-again' })
  return {
    format: header.rawDates ? 'raw' : header.format,
    widthPx: pixels.fullWidthPx,
    heightPx: pixels.fullHeightPx,
    capture: await naming(fileName, () => captureOf(header, new Date())),
    isDamaged,
  }
}

async function captureOf(header: PictureHeader, now: Date): Promise<PhotoInspection['capture']> {
  return header.rawDates ? captureDateOf(header.rawDates, now) : readCaptureDate(await fileBytes(header), now)
}
