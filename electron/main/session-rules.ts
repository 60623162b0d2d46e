import { randomBytes } from 'node:crypto'
import { app, type Session, session } from 'electron'
import { appOrigin } from '../../shared/addresses.ts'

/** Everything that a page of ours may load or run. The nonce is for the style elements that the interface library makes. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** A fresh nonce for one load of the page. */
export function makeNonce(): string {
  return randomBytes(16).toString('base64')
}

/** The window's session: in memory (nothing readable stays on the disk), without permissions, devices, downloads or network. */
export function openLockedSession(): Session {
  const locked = session.fromPartition('projection')
  for (const own of [locked, session.defaultSession]) keepDictionariesAway(own)
  locked.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  locked.setPermissionCheckHandler(() => false)
  locked.setDevicePermissionHandler(() => false)
  locked.on('will-download', (event) => event.preventDefault())
  locked.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwn(url) }))
  return locked
}

/** Forgets everything that the window kept in memory: rows, pictures, compiled code. */
export async function forgetSession(locked: Session): Promise<void> {
  await Promise.all([locked.clearStorageData(), locked.clearCache(), locked.clearCodeCaches({})])
}

/** Refuses navigation, pop-ups and embedded pages in every window, whoever asks. */
export function refuseWandering(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

// Chromium would fetch a spelling dictionary from the network for every session
function keepDictionariesAway(own: Session): void {
  own.setSpellCheckerEnabled(false)
  own.setSpellCheckerLanguages([])
}

function isOwn(url: string): boolean {
  return (
    url.startsWith(`${appOrigin}/`) ||
    url.startsWith(`blob:${appOrigin}/`) ||
    url.startsWith('devtools://') ||
    url.startsWith('data:')
  )
}
