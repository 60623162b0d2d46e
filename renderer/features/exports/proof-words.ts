import type { CaptureDate } from '../../../shared/domain/capture-date.ts'
import { captureDay } from '../../../shared/domain/capture-date.ts'
import { captionOf } from '../../../shared/domain/comparison-caption.ts'
import { type GivenConsent, presentConsent, type Signed } from '../../../shared/domain/consent.ts'
import { angleGroupLabel, channelsInWords, purposeLabel } from '../../../shared/domain/consent-words.ts'
import { usedCoversInWords } from '../../../shared/domain/covers/cover.ts'
import { contentOf, movementOf } from '../../../shared/domain/export-kind.ts'
import { exportStandingOf } from '../../../shared/domain/exported/export-standing.ts'
import { shownSize } from '../../../shared/domain/photo.ts'
import { stageLabel } from '../../../shared/domain/stage.ts'
import { videoTime } from '../../../shared/domain/video.ts'
import { numberInWords } from '../../../shared/words/formats.ts'
import { t } from '../../../shared/words/translate.ts'
import { takenDownWords } from '../../exports/taken-down-words.ts'
import { matchedWords } from '../../light-words.ts'
import { dayLabel } from '../../ui/day-label.ts'
import { alignmentWords } from './alignment-words.ts'
import { momentDay } from './export-words.ts'
import type { ProofFacts, ProofPhoto } from './proof-facts.ts'
import { writtenLine } from './proof-names.ts'

/** When a photo was taken, and where that is known from, a line each. */
export function captureWords(capture: CaptureDate | null): string[] {
  if (!capture) return [t('Taken: date unknown')]
  const day = dayLabel(captureDay(capture))
  const time = capture.local.slice(11, 16)
  switch (capture.source) {
    case 'exif':
      return [
        capture.offset
          ? t('Taken: {{day}}, {{time}} ({{offset}} from UTC)', { day, time, offset: capture.offset })
          : t('Taken: {{day}}, {{time}}', { day, time }),
        t('Date known from: the camera, which wrote it into the file'),
      ]
    case 'user':
      return [t('Taken: {{day}}', { day }), t('Date known from: the studio, which entered it by hand')]
    case 'file-name':
      return [t('Taken: {{day}}, {{time}}', { day, time }), t('Date known from: the name of the file')]
    case 'utc':
      return [
        t('Taken: {{day}}, {{time}}', { day, time }),
        t('Date known from: the video, whose moment is told by this computer’s clock'),
      ]
  }
}

/** What a photo shows: "Crown · Healed 1", and the day since its session where that is known. */
export function photoTitle({ photo, treatmentPhotos }: ProofPhoto): string {
  const { angle, stage, day } = captionOf(photo, treatmentPhotos)
  return [angle ?? t('No angle'), stage, day].filter((part) => part !== null).join(' · ')
}

/** Everything that is told of a photo but its picture and its sum, line by line. */
export function photoLines(photo: ProofPhoto): string[] {
  const { capture, frameOf, format, widthPx, heightPx } = photo.photo
  return [
    ...captureWords(capture),
    t('Original: {{format}}, {{width}} × {{height}} px', {
      format: format.toUpperCase(),
      width: numberInWords(widthPx),
      height: numberInWords(heightPx),
    }),
    ...(frameOf
      ? [
          t('Frame of a video at {{time}}; the video’s SHA-256: {{sum}}', {
            time: videoTime(frameOf.atSeconds, 2),
            sum: frameOf.videoId,
          }),
        ]
      : []),
    ...alignmentWords(photo),
    sectionWords(photo),
    ...(photo.isDeleted ? [t('The original has been deleted from the library since')] : []),
  ]
}

function sectionWords({ section, frameOf }: ProofPhoto): string {
  if (!section) return t('Section: not recorded')
  const { widthPx, heightPx } = shownSize(frameOf)
  const seen = (length: number, centre: number, whole: number) =>
    Math.max(0, Math.min(centre + length / 2, whole) - Math.max(centre - length / 2, 0))
  const [width, height] = [
    seen(section.widthPx / section.scale, section.centreX, widthPx),
    seen(section.heightPx / section.scale, section.centreY, heightPx),
  ]
  if (width > widthPx - 2 && height > heightPx - 2) return t('Section: the whole photo')
  return t('Section: {{width}} × {{height}} of {{wholeWidth}} × {{wholeHeight}} px', {
    width: numberInWords(width),
    height: numberInWords(height),
    wholeWidth: numberInWords(widthPx),
    wholeHeight: numberInWords(heightPx),
  })
}

/** What was done to all photos together, line by line. */
export function editWords(proof: ProofFacts, isNamed: boolean): string[] {
  const { exported, photos, clientName } = proof
  const { making, light, covers } = exported
  const [first, second] = photos.map(({ photo }) => (photo.stage ? stageLabel(photo.stage) : t('No stage')))
  return [
    ...arrangementWords(proof),
    ...(light
      ? [
          t('Light matched, both photos by the same rule: they meet half-way'),
          ...matchedWords(light, { reference: first ?? '', moving: second ?? '' }),
        ]
      : [t('Light as shot: brightness and colour were not changed')]),
    ...(covers ? usedCoversInWords(covers) : [t('No face and nothing else was covered')]),
    ...(making
      ? [
          making.hasDrawings
            ? t('Lines of the practitioner are drawn over the photos')
            : t('Nothing is drawn over the photos'),
          making.texts.length === 0
            ? t('Nothing is written on it')
            : t('Written on it: {{texts}}', {
                texts: making.texts
                  .map((text) => t('“{{text}}”', { text: writtenLine(text, clientName, isNamed) }))
                  .join(', '),
              }),
          ...(making.hasLogo ? [t('The studio’s logo stands on it')] : []),
        ]
      : [t('What is written or drawn on it was not recorded')]),
    t('No skin and no pigment was retouched: Stipple has no tool for it'),
  ]
}

function arrangementWords({ exported }: ProofFacts): string[] {
  const { kind, making } = exported
  switch (movementOf(kind)) {
    case 'film':
      return [
        contentOf(kind) === 'stages'
          ? t('The photos come one after the other')
          : t('A line moves over the photos: the one is seen on its one side, the other beyond'),
      ]
    case 'blink':
      return [t('The photos are shown in turn')]
    case 'still':
      break
  }
  switch (making?.scene) {
    case 'beside':
      return [t('The photos stand beside or above each other')]
    case 'split':
      return [t('A line parts the photos: the one is seen on its one side, the other beyond')]
    case 'overlay':
      return [t('One photo shines through the other')]
    case 'change':
      return [t('The colours show where the photos differ; they are not the skin’s own')]
    default:
      return []
  }
}

/** Who signed a consent, and how; whoever signed is named only where the client is. */
export function signedWords(signed: Signed, isNamed: boolean): string {
  switch (signed.by) {
    case 'drawing':
      return isNamed
        ? t('Signed on the screen by {{name}}', { name: signed.name })
        : t('Signed on the screen by the client')
    case 'typed-name':
      return isNamed
        ? t('Signed by typed name: {{name}}', { name: signed.name })
        : t('Signed by the client’s typed name')
    case 'scan':
      return t('Signed on paper; the studio keeps the scan')
  }
}

/** What the consent says that covered an export, line by line; the words themselves apart. */
export function consentLines(consent: GivenConsent, isNamed: boolean): string[] {
  const { version, channels, angles, givenOn, expiresOn, signed } = consent
  return [
    t('Version {{version}}, given on {{day}}', { version, day: dayLabel(givenOn) }),
    t('For: {{channels}}', { channels: channelsInWords(channels) }),
    t('What may be seen: {{angles}}', { angles: angleGroupLabel(angles) }),
    expiresOn
      ? t('Holds until {{day}}, if it is not withdrawn', { day: dayLabel(expiresOn) })
      : t('Holds until it is withdrawn'),
    signedWords(signed, isNamed),
  ]
}

/** How an export for a channel stood on its day, how it stands today, and whether it was taken down. */
export function standingWords(proof: ProofFacts, today: string): string[] {
  const { exported, exportedAt, consentsNow, takenDown } = proof
  const row = { ...exported, takenDown: null }
  const angles = proof.photos.map(({ photo }) => photo.angle)
  const standing = exportStandingOf(row, consentsNow, angles, today)
  const channel = purposeLabel(exported.purpose)
  const then = t('On the day of the export, {{day}}: the consent held and covered “{{channel}}”', {
    day: momentDay(exportedAt),
    channel,
  })
  return [then, todayWords(), ...(takenDown ? [takenDownWords(takenDown)] : [])]

  function todayWords(): string {
    const day = dayLabel(today)
    const present = presentConsent(consentsNow)
    switch (standing) {
      case 'covered':
        return t('Today, {{day}}: a consent holds and covers “{{channel}}”', { day, channel })
      case 'ended':
        return t('Today, {{day}}: the consent has ended, on {{end}}', {
          day,
          end: dayLabel(present?.expiresOn ?? today),
        })
      case 'take-down': {
        const withdrawn = consentsNow.findLast(({ isWithdrawn }) => isWithdrawn)
        return t('Today, {{day}}: the client has withdrawn the consent, on {{end}}', {
          day,
          end: withdrawn?.withdrawnAt ? momentDay(withdrawn.withdrawnAt) : '?',
        })
      }
      default:
        return t('Today, {{day}}: a newer consent took its place and does not cover “{{channel}}”', { day, channel })
    }
  }
}
