import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hostilePaths } from '../hostile-paths.ts'
import { emptyUserData, startApp, startStipple } from './stipple-app.ts'
import { addressesIn, fakeCamera, listeningServer, probeWindow } from './window-probes.ts'

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
    expect(
      await app.window.evaluate(() => Object.keys((window as unknown as { stipple: object }).stipple).sort()),
    ).toEqual(['offerFiles', 'onAnnouncement', 'request'])
  })

  test('permissions, pop-ups, navigation, embedded pages, inline and foreign scripts are refused', async () => {
    const server = await listeningServer()
    const app = await startStipple(await emptyUserData(), [fakeCamera])
    await app.window
      .getByRole('button', { name: /sample client/i })
      .first()
      .waitFor()
    expect(await probeWindow(app.window, server.address)).toEqual({
      geolocation: 'denied',
      notifications: 'denied',
      camera: 'refused',
      clipboard: 'denied',
      popup: 'refused',
      file: 'refused',
      network: 'refused',
      foreignScript: 'refused',
      inlineScript: 'refused',
      evaluation: 'refused',
      webview: 'refused',
      node: 'refused',
    })
    await app.window.evaluate((address) => {
      location.href = `${address}/wandered`
    }, server.address)
    await app.window.waitForTimeout(500)
    expect(app.window.url()).toBe('app://lib/index.html')
    expect(app.electron.windows()).toHaveLength(1)
    expect(server.asked).toEqual([])
  })

  test('control: a window without protections is allowed all of it, and the log of the network tells', async () => {
    const server = await listeningServer()
    const userData = await emptyUserData()
    const bare = await startApp(join(import.meta.dirname, 'bare-window'), userData, [fakeCamera])
    await bare.window.waitForLoadState()
    const netLog = join(userData, 'net-log.json')
    await bare.electron.evaluate(
      ({ session }, path) => session.defaultSession.netLog.startLogging(path, { captureMode: 'everything' }),
      netLog,
    )
    expect(await probeWindow(bare.window, server.address)).toEqual({
      geolocation: 'granted',
      notifications: 'granted',
      camera: 'allowed',
      clipboard: 'granted',
      popup: 'allowed',
      file: 'allowed',
      network: 'allowed',
      foreignScript: 'allowed',
      inlineScript: 'allowed',
      evaluation: 'allowed',
      webview: 'allowed',
      node: 'allowed',
    })
    // the page is left only after it has answered
    await bare.window.evaluate((address) => {
      setTimeout(() => location.assign(`${address}/wandered`), 100)
    }, server.address)
    await bare.window.waitForURL(/wandered$/)
    const reached = ['/fetch', '/popup', '/script.js', '/wandered', '/webview']
    await expect.poll(() => reached.filter((path) => !server.asked.includes(path))).toEqual([])
    await bare.electron.evaluate(({ session }) => session.defaultSession.netLog.stopLogging())
    expect(await addressesIn(netLog)).toContain(`${server.address}/fetch`)
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
        [
          'export.save',
          {
            photoIds: [id],
            purpose: 'for-the-client',
            format: 'png',
            suggestedName: '../../evil.png',
            picture: new Uint8Array(4),
          },
        ],
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
      [...hostilePaths],
    )
    expect(answers).toEqual(hostilePaths.map(() => 404))
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
    for (const path of [netLog, `${netLog}.default`]) expect(await addressesIn(path)).toEqual([])
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
