import { t } from '../../../../shared/words/translate.ts'
import classes from './sheet.module.css'

/** What stands at the top of a document. */
export interface SheetFace {
  readonly title: string
  /** What the document is about: "Session 3", "Top · Healed 2". */
  readonly about: string
  /** Null where the client isn't to be named. */
  readonly clientName: string | null
  /** Null where the studio isn't to be named. */
  readonly studio: { readonly name: string; readonly logo: string | null } | null
  /** The day on which it was made, in words. */
  readonly day: string
}

/** The top of a document: whose it is, what it is, for whom. */
export function SheetHead({ face: { title, about, clientName, studio, day } }: { face: SheetFace }) {
  return (
    <header className={classes.head}>
      {studio && (
        <div className={classes.studio}>
          {studio.logo && <img className={classes.logo} src={studio.logo} alt="" />}
          <span className={classes.studioName}>{studio.name}</span>
        </div>
      )}
      <div className={classes.titleLine}>
        <h1 className={classes.title}>{title}</h1>
        <span className={classes.day}>{day}</span>
      </div>
      <p className={classes.about}>{about}</p>
      {clientName !== null && <p className={classes.client}>{t('Client: {{name}}', { name: clientName })}</p>}
    </header>
  )
}
