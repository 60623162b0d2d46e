import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles.css'
import '../ui/base.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import type { PresentScene } from '../../shared/domain/present-scene.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { spokenLanguage } from '../../shared/words/translate.ts'
import { SecondScreenPage } from '../features/present/second-screen-page.tsx'
import { roomVariables, themeOf } from '../ui/theme.ts'
import { readPreferences } from './preferences.ts'

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
const bridge: Bridge = window.stipple

function onScene(listener: (scene: PresentScene) => void): () => void {
  const stop = bridge.onAnnouncement((announcement) => announcement.kind === 'present' && listener(announcement.scene))
  void bridge.request('present.read', {}).then((reply) => reply.ok && reply.value.scene && listener(reply.value.scene))
  return stop
}

/** The page of the second screen: it shows the scenes that the desk sends, and can end the presentation. */
async function start() {
  await readPreferences(bridge)
  document.documentElement.lang = spokenLanguage()
  createRoot(document.getElementById('root')!).render(
    <MantineProvider
      theme={themeOf('dark')}
      cssVariablesResolver={roomVariables}
      forceColorScheme="dark"
      getStyleNonce={() => nonce}
    >
      <SecondScreenPage onScene={onScene} onEnd={() => void bridge.request('present.end', {})} />
    </MantineProvider>,
  )
}

void start()
