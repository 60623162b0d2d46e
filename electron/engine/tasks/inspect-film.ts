import { AppError } from '../../../shared/errors.ts'
import type { EngineTasks } from '../../../shared/ipc/engine-tasks.ts'
import { t } from '../../../shared/words/translate.ts'
import { readGif } from '../gif-blocks.ts'
import { inspectVideo } from '../inspect-video.ts'
import { readPhotoFile } from '../open-photo-file.ts'

type Task = EngineTasks['inspect-film']

/** Reads what a film's or blinking picture's file says of itself. Throws `picture-damaged` where it isn't whole. */
export async function inspectFilm({ file, format }: Task['input']): Promise<Task['output']> {
  if (format === 'gif') return readGif(await readPhotoFile(file))
  const { widthPx, heightPx, video } = await inspectVideo(file, format)
  if (!video || video.durationSeconds <= 0)
    throw new AppError('picture-damaged', { reason: t('The video that was made can’t be read.') })
  return { widthPx, heightPx, durationSeconds: video.durationSeconds }
}
