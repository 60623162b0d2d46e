import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

/** What each attempt of a page came to: refused or allowed; a permission's state for what has one. */
export type ProbeAnswers = Record<string, string>

/** A camera that isn't there can't be refused: with this, Chromium has one. */
export const fakeCamera = '--use-fake-device-for-media-stream'

/** A server on this computer, closed when the test ends, and the paths that it was asked for. */
export async function listeningServer(): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*')
    response.end('<title>Somewhere else</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

/** Tries from within a page whatever a hostile script would; `address` is a server that hears what gets through. */
export function probeWindow(page: Page, address: string): Promise<ProbeAnswers> {
  return page.evaluate(async (outside) => {
    const stateOf = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state as string
    const attempt = (run: () => Promise<unknown>) =>
      run().then(
        () => 'allowed',
        () => 'refused',
      )
    const loaded = (script: HTMLScriptElement) =>
      new Promise((resolve, reject) => {
        script.onload = resolve
        script.onerror = reject
        script.src = `${outside}/script.js`
        document.head.append(script)
      })
    const script = document.createElement('script')
    script.textContent = 'window.wasInlined = true'
    document.head.append(script)
    const webview = document.createElement('webview')
    webview.setAttribute('src', `${outside}/webview`)
    document.body.append(webview)
    return {
      geolocation: await stateOf('geolocation'),
      notifications: await Notification.requestPermission(),
      camera: await attempt(() => navigator.mediaDevices.getUserMedia({ video: true })),
      clipboard: await stateOf('clipboard-read'),
      popup: window.open(`${outside}/popup`) === null ? 'refused' : 'allowed',
      file: await attempt(() => fetch('file:///etc/passwd')),
      network: await attempt(() => fetch(`${outside}/fetch`)),
      foreignScript: await attempt(() => loaded(document.createElement('script'))),
      inlineScript: 'wasInlined' in window ? 'allowed' : 'refused',
      evaluation: await attempt(async () => new Function('return 1')()),
      webview: 'getWebContentsId' in webview ? 'allowed' : 'refused',
      node: ['require', 'process', 'module', 'Buffer', 'global'].some((name) => name in window) ? 'allowed' : 'refused',
    }
  }, address)
}

/** Every address and host that a log of Chromium's network (`netLog.startLogging`) knows of, but for the app's own. */
export async function addressesIn(netLog: string): Promise<string[]> {
  const { events } = JSON.parse(await readFile(netLog, 'utf8')) as {
    events: { params?: { url?: string; host?: string } }[]
  }
  return events
    .flatMap(({ params }) => [params?.url ?? '', params?.host ?? ''])
    .filter((address) => /^(https?|wss?):|^[\w.-]+\.[a-z]{2,}(:\d+)?$/i.test(address))
}
