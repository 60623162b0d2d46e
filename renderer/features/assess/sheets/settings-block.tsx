import type { UsedSetting } from '../../../../shared/domain/assessing/sheet-settings.ts'
import { t } from '../../../../shared/words/translate.ts'
import type { PageBlock } from './pages.tsx'
import classes from './sheet.module.css'

/** What a document's figures rest on, and what is to be known to read them. `of`: which angle, where there are several. */
export function settingsBlock(settings: readonly UsedSetting[], of: string | null): PageBlock {
  const title = of === null ? t('How it was measured') : t('How it was measured: {{angle}}', { angle: of })
  return {
    key: `settings ${of}`,
    content: (
      <section className={classes.settings}>
        <h2 className={classes.smallTitle}>{title}</h2>
        <dl>
          {settings.map(({ name, lines }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {lines.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    ),
  }
}

/** Sentences without which a document could be misread. */
export function notesBlock(notes: readonly string[]): PageBlock {
  return {
    key: 'notes',
    content: (
      <div className={classes.notes}>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    ),
  }
}
