import { listInWords, numberInWords } from '../../words/formats.ts'
import { t } from '../../words/translate.ts'
import { adviceSentence, reasonSentence, reasonWord } from './not-judged-words.ts'
import type { ZoneFindings } from './photo-assessment.ts'
import { evennessBandOf, evennessWord, matchWords, zoneHeadline } from './verdict-words.ts'

/** What is said of a zone on paper, where nothing can be clicked: how even it is in a word, a headline, then sentences. */
export interface ZoneWords {
  /** Null where that can't be said. */
  readonly evenness: string | null
  readonly headline: string
  readonly sentences: readonly string[]
  readonly isJudged: boolean
}

/** A smaller share of skin that isn't judged isn't worth a word. */
const leastToldShare = 0.01

/** A zone's verdict in words. */
export function zoneWords(findings: ZoneFindings): ZoneWords {
  return findings.verdict === 'judged' ? judgedWords(findings) : greyWords(findings)
}

function judgedWords(findings: ZoneFindings): ZoneWords {
  const { evenness, matchToReference } = findings
  return {
    evenness: evenness && evennessWord(evennessBandOf(evenness.ink)),
    headline: zoneHeadline(findings),
    sentences: [...(matchToReference ? [matchWords(matchToReference)] : []), ...partlyNotJudged(findings)],
    isJudged: true,
  }
}

function greyWords({ reasons, darkness }: ZoneFindings): ZoneWords {
  const decisive = reasons.filter(({ isDecisive }) => isDecisive)
  return {
    evenness: null,
    headline: t('Can’t be judged'),
    sentences: [
      ...decisive.flatMap(({ reason }) => [reasonSentence(reason), adviceSentence(reason)]),
      ...(darkness ? [t('Map and patches are provisional: they may change while the skin settles.')] : []),
    ],
    isJudged: false,
  }
}

/** Which share of a judged zone isn't judged, why, and what to photograph again; empty where it isn't worth a word. */
function partlyNotJudged(findings: ZoneFindings): string[] {
  const share = notJudgedWords(findings)
  const worst = findings.reasons.filter(({ isDecisive }) => !isDecisive).toSorted((a, b) => b.share - a.share)[0]
  return share && worst ? [t('Not judged: {{share}}.', { share }), adviceSentence(worst.reason)] : []
}

/** The share of a zone's skin that isn't judged with its reasons, "4 % (shine and steep skin)"; undefined where it isn't worth a word. */
export function notJudgedWords({ verdict, reasons, notJudgedFraction }: ZoneFindings): string | undefined {
  const told = reasons.filter(({ isDecisive, share }) => isDecisive || share >= leastToldShare)
  if (told.length === 0 || (verdict === 'judged' && notJudgedFraction < leastToldShare)) return undefined
  const share = verdict === 'judged' ? Math.min(notJudgedFraction, 1) : 1
  return t('{{percent}} % ({{reasons}})', {
    percent: numberInWords(100 * share),
    reasons: listInWords(told.map(({ reason }) => reasonWord(reason))),
  })
}
