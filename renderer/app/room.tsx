import { MantineProvider } from '@mantine/core'
import { Fragment, type ReactNode, useEffect } from 'react'
import { spokenLanguage } from '../../shared/words/translate.ts'
import { roomVariables, themeOf } from '../ui/theme.ts'
import { usePreferences } from './preferences.ts'

/** What everything stands in: its light, and its language; another language draws everything anew. */
export function Room({ nonce, children }: { nonce: string; children: ReactNode }) {
  const { room } = usePreferences(({ preferences }) => preferences)
  const language = spokenLanguage()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <MantineProvider
      theme={themeOf(room)}
      cssVariablesResolver={roomVariables}
      forceColorScheme={room}
      getStyleNonce={() => nonce}
    >
      <Fragment key={language}>{children}</Fragment>
    </MantineProvider>
  )
}
