// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { OpeningScreen } from '../../../../renderer/app/opening-screen.tsx'
import type { OpeningProgress } from '../../../../shared/ipc/opening.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { showScreen } from '../show-screen.tsx'

const show = (progress: OpeningProgress) => showScreen(new InMemoryBridge(), <OpeningScreen progress={progress} />)

it('says how many files of an older library are encrypted, and that it may be closed; nothing can be pressed', async () => {
  await show({ step: 'sealing', fileCount: 1200, totalCount: 4800 })
  expect(screen.getByRole('heading', { name: 'Opening your library…' })).toBeTruthy()
  expect(screen.getByText('1,200 of 4,800 files')).toBeTruthy()
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25')
  expect(screen.getByText(/You may close the window: nothing is lost/)).toBeTruthy()
  expect(screen.queryAllByRole('button')).toEqual([])
})

it('says how much of the record is read', async () => {
  await show({ step: 'reading', recordCount: 124_000, share: 0.405 })
  expect(screen.getByText('124,000 entries so far, 40 % of the record')).toBeTruthy()
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40.5')
})

it('shows that it is busy where it can’t be known how far it is', async () => {
  await show({ step: 'starting' })
  expect(screen.getByLabelText('Opening')).toBeTruthy()
  expect(screen.queryByRole('progressbar')).toBeNull()
})
