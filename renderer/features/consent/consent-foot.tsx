import { Button, Group } from '@mantine/core'
import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './consent.module.css'

interface ConsentFootProps {
  readonly print: string
  /** What can be done, the usual last. */
  readonly children: ReactNode
}

/** The foot of a consent that can be printed as it stands. */
export function ConsentFoot({ print, children }: ConsentFootProps) {
  return (
    <Group justify="space-between" className={styles.foot!}>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<Printer size={16} aria-hidden />}
        onClick={() => window.print()}
      >
        {print}
      </Button>
      <Group gap="sm">{children}</Group>
    </Group>
  )
}
