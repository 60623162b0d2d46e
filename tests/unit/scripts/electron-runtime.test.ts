import { expect, test, vi } from 'vitest'
import { launchArguments, resolveElectron } from '../../../scripts/electron-runtime.mjs'

const log = () => {}

function makeSources(available: { override?: boolean; package?: boolean; fallback?: boolean }) {
  return {
    findOverride: vi.fn(() =>
      available.override ? { executablePath: '/override/electron', version: '40.0.0' } : undefined,
    ),
    fetchPackage: vi.fn(async () =>
      available.package ? { executablePath: '/package/electron', version: '45.0.0' } : undefined,
    ),
    canUseFallback: vi.fn(() => available.fallback ?? false),
    fetchFallback: vi.fn(async () => ({ executablePath: '/fallback/electron', version: '33.2.1' })),
  }
}

test('the override wins and nothing is fetched', async () => {
  const sources = makeSources({ override: true, package: true, fallback: true })
  const runtime = await resolveElectron({ log, sources })
  expect(runtime).toEqual({ executablePath: '/override/electron', version: '40.0.0', source: 'override' })
  expect(sources.fetchPackage).not.toHaveBeenCalled()
  expect(sources.fetchFallback).not.toHaveBeenCalled()
})

test('the electron package comes before the fallback', async () => {
  const sources = makeSources({ package: true, fallback: true })
  expect(await resolveElectron({ log, sources })).toMatchObject({ source: 'package', version: '45.0.0' })
  expect(sources.fetchPackage).toHaveBeenCalledWith({ log, hasFallback: true })
  expect(sources.fetchFallback).not.toHaveBeenCalled()
})

test('the fallback is used where it runs', async () => {
  const sources = makeSources({ fallback: true })
  expect(await resolveElectron({ log, sources })).toMatchObject({ source: 'fallback', version: '33.2.1' })
})

test('without any Electron the error says what to do', async () => {
  const sources = makeSources({})
  await expect(resolveElectron({ log, sources })).rejects.toThrow(/ELECTRON_OVERRIDE_DIST_PATH/)
  expect(sources.fetchFallback).not.toHaveBeenCalled()
})

test('the app folder is the last argument, and the sandbox is off only for root on Linux', () => {
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0
  const args = launchArguments('/checkout')
  expect(args.at(-1)).toBe('/checkout')
  expect(args.includes('--no-sandbox')).toBe(isRootOnLinux)
  if (process.platform === 'linux') {
    const getuid = vi.spyOn(process, 'getuid').mockReturnValue(1000)
    expect(launchArguments('/checkout')).not.toContain('--no-sandbox')
    getuid.mockReturnValue(0)
    expect(launchArguments('/checkout')).toContain('--no-sandbox')
    getuid.mockRestore()
  }
})
