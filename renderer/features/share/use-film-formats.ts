import { useEffect, useState } from 'react'
import { type FilmFormat, filmFormats } from '../../../shared/domain/export-kind.ts'
import { usePorts } from '../../use-ports.tsx'
import { filmFramesPerSecond } from './film.ts'

/** The formats in which this computer can make films of a size; null while it is asked. */
export function useFilmFormats(
  widthPx: number | undefined,
  heightPx: number | undefined,
): readonly FilmFormat[] | null {
  const { films } = usePorts()
  const [answer, setAnswer] = useState<{ readonly asked: string; readonly formats: readonly FilmFormat[] } | null>(null)
  const asked = `${widthPx} ${heightPx}`
  useEffect(() => {
    if (widthPx === undefined || heightPx === undefined) return
    let isWanted = true
    const can = (format: FilmFormat) =>
      films.canMake(format, { widthPx, heightPx }, filmFramesPerSecond).catch(() => false)
    void Promise.all(filmFormats.map(can)).then((answers) => {
      if (isWanted) setAnswer({ asked, formats: filmFormats.filter((_, index) => answers[index]) })
    })
    return () => {
      isWanted = false
    }
  }, [films, widthPx, heightPx, asked])
  return answer?.asked === asked ? answer.formats : null
}
