import { Kbd, Modal } from '@mantine/core'
import { t } from '../../shared/words/translate.ts'
import { type Command, useCommands, useKnownCommands } from './commands.ts'
import { keyNames } from './key-names.ts'
import styles from './key-sheet.module.css'

/** Lists what the keys do on the present screen; `?` opens it. */
export function KeySheet() {
  const { lists, isSheetOpen, setSheetOpen } = useKnownCommands()
  useCommands([
    {
      name: t('Show the keys of this screen'),
      group: t('Everywhere'),
      keys: ['?'],
      run: () => setSheetOpen(true),
    },
  ])
  const groups = isSheetOpen ? grouped(lists.flatMap((list) => list())) : []
  return (
    <Modal opened={isSheetOpen} onClose={() => setSheetOpen(false)} title={t('Keys of this screen')} size="xl">
      <div className={styles.groups}>
        {groups.map(([group, commands]) => (
          <section key={group} className={styles.group} aria-label={group}>
            <h3 className={styles.title}>{group}</h3>
            <dl className={styles.list}>
              {commands.map((command) => (
                <Row key={command.name} command={command} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

function Row({ command: { name, keys } }: { command: Command }) {
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd className={styles.keys}>
        {keys.map((key) => (
          <span key={key} className={styles.key}>
            {keyNames(key).map((part) => (
              <Kbd key={part} size="xs">
                {part}
              </Kbd>
            ))}
          </span>
        ))}
      </dd>
    </div>
  )
}

/** Commands by their group, groups in the order in which they first come; the ones that count everywhere last. */
function grouped(commands: readonly Command[]): [string, Command[]][] {
  const everywhere = t('Everywhere')
  const groups = new Map<string, Command[]>()
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command])
  return [...groups].toSorted(([a], [b]) => Number(a === everywhere) - Number(b === everywhere))
}
