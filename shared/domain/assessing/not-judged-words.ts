import { t } from '../../words/translate.ts'
import type { NotJudgedReason } from '../assessment/assessment.ts'

/** Why skin isn't judged, in plain words. */
export function reasonSentence(reason: NotJudgedReason): string {
  switch (reason) {
    case 'fresh':
      return t('Still settling: pigment needs four weeks before its shade can be judged.')
    case 'blur':
      return t('The photo isn’t sharp enough to tell dots apart.')
    case 'no-dots':
      return t('No dots can be made out: bare skin, hair over it, or a photo that is too soft.')
    case 'too-small':
      return t('The photo is too coarse: a millimetre of skin has fewer than four pixels.')
    case 'scale-unknown':
      return t('It isn’t known how large things are in this photo.')
    case 'scale-wrong':
      return t('By its scale the zone would be larger than any head.')
    case 'too-little-skin':
      return t('Too little of the zone can be seen.')
    case 'shine':
      return t('Shine hides the skin.')
    case 'shadow':
      return t('The skin is too dark to tell dots apart.')
    case 'angle':
      return t('The skin turns away from the camera.')
    case 'redness':
      return t('Red skin hides how dark the pigment is.')
  }
}

/** What to do so that it can be judged. */
export function adviceSentence(reason: NotJudgedReason): string {
  switch (reason) {
    case 'fresh':
      return t('Photograph it again four weeks after the session.')
    case 'blur':
      return t('Photograph it again: focus on the scalp, hold still, use more light.')
    case 'no-dots':
      return t('Photograph it again on shaved, dry skin, sharply and from nearer.')
    case 'too-small':
      return t('Photograph it again from nearer, or at the camera’s full size.')
    case 'scale-unknown':
      return t('Set the scale at the drawing table, or outline the head.')
    case 'scale-wrong':
      return t('Check the scale at the drawing table.')
    case 'too-little-skin':
      return t('Draw the zone larger, or photograph it again from straight above it.')
    case 'shine':
      return t('Photograph it again with soft light from the side, on matt skin.')
    case 'shadow':
      return t('Photograph it again with more even light.')
    case 'angle':
      return t('Photograph this part from straight in front of it, too.')
    case 'redness':
      return t('Photograph it again when the redness has gone.')
  }
}

/** A reason in a word, as it stands beside the share that it takes: "shine". */
export function reasonWord(reason: NotJudgedReason): string {
  switch (reason) {
    case 'fresh':
      return t('still settling')
    case 'blur':
      return t('blur')
    case 'no-dots':
      return t('no dots')
    case 'too-small':
      return t('too coarse')
    case 'scale-unknown':
      return t('scale unknown')
    case 'scale-wrong':
      return t('wrong scale')
    case 'too-little-skin':
      return t('too little skin')
    case 'shine':
      return t('shine')
    case 'shadow':
      return t('shadow')
    case 'angle':
      return t('steep skin')
    case 'redness':
      return t('redness')
  }
}
