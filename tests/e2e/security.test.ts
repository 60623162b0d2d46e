import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyUserData, startStipple } from './stipple-app.ts'

const photoId = 'a'.repeat(64)

describe('the window can do nothing that it need not', () => {
  test('it is sandboxed, isolated and without Node', async () => {
    const app = await startStipple(await emptyUserData())
    const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
    })
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
    const globals = await app.window.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    )
    expect(globals).toEqual([])
    expect(
      await app.window.evaluate(() => Object.keys((window as unknown as { stipple: object }).stipple).sort()),
    ).toEqual(['offerFiles', 'onAnnouncement', 'request'])
  })

  test('permissions, pop-ups, navigation, embedded pages, inline and foreign scripts are refused', async () => {
    const app = await startStipple(await emptyUserData())
    await app.window
      .getByRole('button', { name: /sample client/i })
      .first()
      .waitFor()
    const refused = await app.window.evaluate(async () => {
      const denied = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state
      const fails = (attempt: () => Promise<unknown>) =>
        attempt().then(
          () => 'allowed',
          () => 'refused',
        )
      const script = document.createElement('script')
      script.textContent = 'window.wasInlined = true'
      document.head.append(script)
      const webview = document.createElement('webview')
      webview.setAttribute('src', 'https://example.com')
      document.body.append(webview)
      return {
        geolocation: await denied('geolocation'),
        notifications: await Notification.requestPermission(),
        camera: await fails(() => navigator.mediaDevices.getUserMedia({ video: true })),
        clipboard: await fails(() => navigator.clipboard.readText()),
        popup: window.open('https://example.com') === null ? 'refused' : 'allowed',
        passwordFile: await fails(() => fetch('file:///etc/passwd')),
        network: await fails(() => fetch('https://example.com')),
        inlineScript: 'wasInlined' in window ? 'allowed' : 'refused',
        evaluation: await fails(async () => new Function('return 1')()),
        webview: 'getWebContentsId' in webview ? 'allowed' : 'refused',
      }
    })
    expect(refused).toEqual({
      geolocation: 'denied',
      notifications: 'denied',
      camera: 'refused',
      clipboard: 'refused',
      popup: 'refused',
      passwordFile: 'refused',
      network: 'refused',
      inlineScript: 'refused',
      evaluation: 'refused',
      webview: 'refused',
    })
    await app.window.evaluate(() => {
      location.href = 'https://example.com/'
    })
    await app.window.waitForTimeout(500)
    expect(app.window.url()).toBe('app://lib/index.html')
    expect(app.electron.windows()).toHaveLength(1)
  })

  test('requests that don’t fit the contract are rejected, whatever they ask', async () => {
    const app = await startStipple(await emptyUserData())
    const codes = await app.window.evaluate(async (id) => {
      const { stipple } = window as unknown as {
        stipple: { request(name: unknown, input: unknown): Promise<{ ok: boolean; error?: { code: string } }> }
      }
      const attempts: [unknown, unknown][] = [
        ['library.nothing', {}],
        ['__proto__', {}],
        ['constructor', {}],
        [42, {}],
        ['library.history', { clientId: '0; drop', afterSeq: 0 }],
        ['library.record', { events: [{ type: 'photo-imported', version: 1, data: {} }] }],
        ['library.record', { events: [{ type: 'client-added', version: 1, data: { name: '' } }] }],
        ['import.stage', { offerId: '../../etc/passwd', workId: crypto.randomUUID() }],
        ['import.stage', { offerId: crypto.randomUUID(), workId: crypto.randomUUID() }],
        ['align.pair', { referenceId: '../x', movingId: id, workId: crypto.randomUUID() }],
        ['align.pair', { referenceId: id, movingId: id, workId: crypto.randomUUID() }],
        ['export.save', { photoIds: [id], format: 'png', suggestedName: '../../evil.png', picture: new Uint8Array(4) }],
      ]
      return Promise.all(
        attempts.map(async ([name, input]) => (await stipple.request(name, input)).error?.code ?? 'allowed'),
      )
    }, photoId)
    const invalid = 'invalid-request'
    expect(codes).toEqual([
      invalid,
      invalid,
      invalid,
      invalid,
      invalid,
      invalid,
      invalid,
      invalid,
      'refused',
      invalid,
      'photo-missing',
      invalid,
    ])
  })

  test('only photos by hash and the window’s own files are served', async () => {
    const app = await startStipple(await emptyUserData())
    const attacks = [
      '../../../../etc/passwd',
      '..%2f..%2f..%2fetc%2fpasswd',
      '%2e%2e/%2e%2e/etc/passwd',
      '..%5c..%5cetc%5cpasswd',
      '%252e%252e%252fetc%252fpasswd',
      'photo/',
      `photo/${photoId}`,
      `photo/${photoId}/thumb`,
      `photo/${photoId}/original`,
      `photo/${photoId}/thumb/../../../../etc/passwd`,
      `photo/${photoId}/thumb%00.webp`,
      `photo/${photoId.toUpperCase()}/thumb`,
      `photo/${'a'.repeat(65)}/thumb`,
      'photo/..%2f..%2fledger%2f000001.log/thumb',
      'library/ledger/000001.log',
      'main/main.js',
      '../main/main.js',
      'package.json',
      '//etc/passwd',
      'assets/../../main/main.js',
      'assets%2f..%2f..%2fmain%2fmain.js',
      'index.html%00',
    ]
    const answers = await app.window.evaluate(
      (paths) =>
        Promise.all(
          paths.map((path) =>
            fetch(`app://lib/${path}`).then(
              (reply) => reply.status,
              () => 0,
            ),
          ),
        ),
      attacks,
    )
    expect(answers).toEqual(attacks.map(() => 404))
    const otherHosts = await app.window.evaluate(() =>
      Promise.all(
        ['app://library/index.html', 'app://etc/passwd'].map((url) =>
          fetch(url).then(
            () => 'allowed',
            () => 'refused',
          ),
        ),
      ),
    )
    expect(otherHosts).toEqual(['refused', 'refused'])
  })

  test('the page’s policy has no unsafe word, and nothing is asked of the network', async () => {
    const userData = await emptyUserData()
    const app = await startStipple(userData)
    const netLog = join(userData, 'net-log.json')
    await app.electron.evaluate(async ({ session }, path) => {
      await session.fromPartition('projection').netLog.startLogging(path, { captureMode: 'everything' })
      await session.defaultSession.netLog.startLogging(`${path}.default`, { captureMode: 'everything' })
    }, netLog)
    const policy = await app.window.evaluate(async () =>
      (await fetch('app://lib/index.html')).headers.get('content-security-policy'),
    )
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'self';/)
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/)
    await app.window
      .getByRole('button', { name: /sample client/i })
      .first()
      .click()
    await app.window.waitForTimeout(15_000)
    await app.electron.evaluate(async ({ session }) => {
      await session.fromPartition('projection').netLog.stopLogging()
      await session.defaultSession.netLog.stopLogging()
    })
    for (const path of [netLog, `${netLog}.default`]) {
      const { events } = JSON.parse(await readFile(path, 'utf8')) as {
        events: { params?: { url?: string; host?: string } }[]
      }
      const asked = events
        .flatMap(({ params }) => [params?.url ?? '', params?.host ?? ''])
        .filter((address) => /^(https?|wss?):|^[\w.-]+\.[a-z]{2,}(:\d+)?$/i.test(address))
      expect(asked).toEqual([])
    }
    expect(app.complaints).toEqual([])
  })
})

test('a second start with the same data ends itself and leaves the first alone', async () => {
  const userData = await emptyUserData()
  const app = await startStipple(userData)
  const sample = app.window.getByRole('button', { name: /sample client/i }).first()
  await sample.waitFor()
  await expect(startStipple(userData)).rejects.toThrow()
  expect(await sample.isVisible()).toBe(true)
})
