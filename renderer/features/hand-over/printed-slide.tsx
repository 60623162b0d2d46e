import type { PresentSlide } from '../../../shared/domain/present-scene.ts'
import { slideDetail, slideName, slideTitle } from '../../slide-words.ts'
import classes from './hand-over.module.css'
import { slidePicture } from './slide-picture.ts'

/** A photo with its stage and day. */
export function PrintedSlide({ slide }: { slide: PresentSlide }) {
  return (
    <figure className={classes.slide}>
      <img src={slidePicture(slide)} alt={slideName(slide)} />
      <figcaption>
        <b>{slideTitle(slide)}</b>
        <span>{slideDetail(slide)}</span>
      </figcaption>
    </figure>
  )
}
