// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { HealthScreen } from '../../../../renderer/features/health/screen.tsx'
import { AppError } from '../../../../shared/errors.ts'
import type { HealthReport } from '../../../../shared/ipc/care.ts'
import type { LibraryDamage } from '../../../../shared/ipc/contract.ts'
import { InMemoryBridge } from '../in-memory-bridge.ts'
import { showScreen } from '../show-screen.tsx'
import { goodBackup, goodHealth, goodKeys, offeredBackup } from './health-samples.ts'

async function showHealth(
  report: HealthReport,
  answers: InMemoryBridge['answers'] = {},
  damage: LibraryDamage | null = null,
) {
  const bridge = new InMemoryBridge()
  bridge.answers = { 'health.report': async () => report, 'keys.status': async () => goodKeys, ...answers }
  const onBack = vi.fn()
  await showScreen(bridge, <HealthScreen onBack={onBack} />, { damage })
  await screen.findByRole('region', { name: 'Photos' })
  return { bridge, onBack, user: userEvent.setup() }
}

const card = (name: string) => within(screen.getByRole('region', { name }))
const troubled = (clientName: string, day: string | null, fileName: string) => ({ clientName, day, fileName })

/** Work that goes on until it is stopped. */
function held() {
  const abort = new AbortController()
  const answers: InMemoryBridge['answers'] = {
    'work.cancel': async () => {
      abort.abort()
      return {}
    },
  }
  const untilStopped = () =>
    new Promise<never>((_, reject) => abort.signal.addEventListener('abort', () => reject(new AppError('cancelled'))))
  return { answers, untilStopped }
}

const damage: LibraryDamage = {
  reason: 'a record can’t be read after record 7',
  afterSeq: 7,
  shownUpTo: '2026-05-30T09:00:00.000Z',
  missingCount: 3,
}

describe('HealthScreen', () => {
  it('offers nothing that is refused while a damaged library is looked at, and says why', async () => {
    const keys = { ...goodKeys, hasPassphrase: true }
    await showHealth(goodHealth, { 'keys.status': async () => keys }, damage)
    const buttonsOf = (name: string) =>
      card(name)
        .queryAllByRole('button')
        .map((button) => button.textContent)
    expect(screen.getByText('The library’s record is damaged.')).toBeTruthy()
    expect(screen.queryByText('Everything is in order.')).toBeNull()
    expect(buttonsOf('Photos')).toEqual([])
    expect(card('Photos').getByText(/no file is read again/)).toBeTruthy()
    expect(card('Photos').queryByText(/Every day that Stipple runs/)).toBeNull()
    expect(buttonsOf('Backup')).toEqual(['Restore from a backup…'])
    expect(card('Backup').getByText(/A damaged library isn’t backed up/)).toBeTruthy()
    expect(buttonsOf('Keys')).toEqual(['Lock now'])
    expect(card('Keys').getByText(/Keys can’t be made or changed/)).toBeTruthy()
  })

  it('says in words that everything is in order, and when it was last looked at', async () => {
    const { user, onBack } = await showHealth(goodHealth)
    expect(screen.getByText('Everything is in order.')).toBeTruthy()
    expect(screen.queryAllByRole('img', { name: 'Needs attention' })).toEqual([])
    expect(card('Photos').getByText('All 24 photo files are where they belong.')).toBeTruthy()
    expect(card('Photos').getByText(/In the background, 1 of 24 photos was last read on 1 Jun 2026/)).toBeTruthy()
    expect(card('Backup').getByText(/“Stipple backup 2026-05-31.stipple-backup”, 7 MB/)).toBeTruthy()
    expect(card('Backup').getByText(/Unpacked as a test on 31 May 2026/)).toBeTruthy()
    expect(card('Disk space').getByText('150.0 GB are free on the library’s disk.')).toBeTruthy()
    expect(card('Set aside').getByText('Nothing had to be set aside.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Back to the clients' }))
    expect(onBack).toHaveBeenCalledOnce()
  })

  it('names missing and damaged photos by client and date, says what to do, and counts what is open', async () => {
    await showHealth({
      ...goodHealth,
      missing: {
        count: 2,
        photos: [troubled('Anna Beispiel', '2026-03-14', 'IMG_1.jpg'), troubled('Ben', null, 'scan.png')],
      },
      damaged: { count: 1, photos: [troubled('Carl', '2026-01-02', 'IMG_9.jpg')] },
      isDiskLow: true,
    })
    expect(screen.getByText('3 things need your attention.')).toBeTruthy()
    expect(card('Photos').getByText('2 of 24 photo files are missing from the library folder.')).toBeTruthy()
    expect(card('Photos').getByText('Anna Beispiel, 14 Mar 2026: IMG_1.jpg')).toBeTruthy()
    expect(card('Photos').getByText('Ben, no date: scan.png')).toBeTruthy()
    expect(card('Photos').getByText('Carl, 2 Jan 2026: IMG_9.jpg')).toBeTruthy()
    expect(card('Photos').getByText(/Nothing was deleted from the record. Import these photos again/)).toBeTruthy()
    expect(card('Photos').getAllByRole('img', { name: 'Needs attention' })).toHaveLength(2)
    expect(card('Disk space').getByText(/can’t be imported with less than 2 GB/)).toBeTruthy()
  })

  it('names missing and damaged documents beside the photos', async () => {
    const bridge = new InMemoryBridge()
    const report: HealthReport = {
      ...goodHealth,
      documentCount: 3,
      missingDocuments: { count: 1, photos: [troubled('Anna Beispiel', '2026-03-14', 'Consent')] },
      damagedDocuments: { count: 1, photos: [troubled('Ben', null, 'Anamnesis')] },
    }
    bridge.answers = { 'health.report': async () => report, 'keys.status': async () => goodKeys }
    await showScreen(bridge, <HealthScreen onBack={() => undefined} />)
    await screen.findByRole('region', { name: 'Photos and documents' })
    expect(screen.getByText('2 things need your attention.')).toBeTruthy()
    const files = card('Photos and documents')
    expect(files.getByText('All 24 photo files are where they belong.')).toBeTruthy()
    expect(files.getByText('1 of 3 forms and documents is missing from the library folder.')).toBeTruthy()
    expect(files.getByText('Anna Beispiel, 14 Mar 2026: Consent')).toBeTruthy()
    expect(files.getByText('1 form or document changed on the disk after it was added.')).toBeTruthy()
    expect(files.getByText('Ben, no date: Anamnesis')).toBeTruthy()
    expect(files.getByText(/1 of 24 photos and documents was last read/)).toBeTruthy()
  })

  it('tells what was set aside, with its date and what to do', async () => {
    await showHealth({
      ...goodHealth,
      quarantined: [{ day: '2026-03-14', count: 3 }],
      tornRecordDays: ['2026-04-01'],
    })
    expect(card('Set aside').getByText(/14 Mar 2026: 3 files that belong to no photo.*until 13 Apr 2026/)).toBeTruthy()
    expect(card('Set aside').getByText(/1 Apr 2026: a change that was only half written/)).toBeTruthy()
    expect(card('Set aside').getByText(/import them again/)).toBeTruthy()
  })

  it('warns of a backup on the same disk, one that failed its test, and one that can’t be reached', async () => {
    const last = { ...goodBackup.last!, isSameDisk: true, isReachable: false }
    const test = { at: '2026-05-31T08:10:00.000Z', problem: 'a file in it was damaged or changed' }
    await showHealth({ ...goodHealth, backup: { ...goodBackup, last, test, isDue: true } })
    expect(
      card('Backup').getByText(/The test on 31 May 2026.* failed: a file in it was damaged or changed/),
    ).toBeTruthy()
    expect(card('Backup').getByText('It stands on the same disk as the library.')).toBeTruthy()
    expect(card('Backup').getByText(/^It can’t be reached now: connect the drive/)).toBeTruthy()
    expect(card('Backup').getByRole('button', { name: 'Back up now…' })).toBeTruthy()
    expect(screen.getByText('2 things need your attention.')).toBeTruthy()
  })

  it('asks for a new backup once the last one is old', async () => {
    await showHealth({ ...goodHealth, backup: { ...goodBackup, isDue: true, hasChangedSince: true } })
    expect(card('Backup').getByText(/^It is more than a week old/)).toBeTruthy()
    expect(screen.getByText('One thing needs your attention.')).toBeTruthy()
  })

  it('reads all photos again, shows how far it is, and looks anew', async () => {
    let report = goodHealth
    const { user, bridge } = await showHealth(goodHealth, {
      'health.report': async () => report,
      'health.check': async () => {
        report = { ...goodHealth, lastFullCheck: { at: '2026-06-01T10:00:00.000Z', count: 24 } }
        return { count: 24 }
      },
    })
    await user.click(card('Photos').getByRole('button', { name: 'Check all now' }))
    expect(await card('Photos').findByText(/All 24 photos were last checked on 1 Jun 2026/)).toBeTruthy()
    expect(bridge.inputsOf('health.check')).toHaveLength(1)
  })

  it('stops a check', async () => {
    const { answers, untilStopped } = held()
    const { user } = await showHealth(goodHealth, { ...answers, 'health.check': untilStopped })
    await user.click(card('Photos').getByRole('button', { name: 'Check all now' }))
    expect(await card('Photos').findByRole('progressbar', { name: 'Checking the photos' })).toBeTruthy()
    await user.click(card('Photos').getByRole('button', { name: 'Stop' }))
    expect(await card('Photos').findByRole('button', { name: 'Check all now' })).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('backs up to the last place at once, says so, and looks anew', async () => {
    const { user, bridge } = await showHealth(goodHealth, {
      'backup.make': async () => ({
        done: {
          fileName: 'B.stipple-backup',
          byteSize: 1,
          added: null,
          carriedOver: 2,
          missingCount: 0,
          damagedCount: 0,
          strangers: 0,
          isSameDisk: false,
        },
      }),
    })
    await user.click(card('Backup').getByRole('button', { name: 'Back up now' }))
    expect(
      await screen.findByText(/Backed up to B.stipple-backup, read again and found whole. 2 photo files/),
    ).toBeTruthy()
    expect(bridge.inputsOf('backup.make')[0]).toMatchObject({ place: 'same' })
    await waitFor(() => expect(bridge.inputsOf('health.report').length).toBeGreaterThan(1))
    await user.click(card('Backup').getByRole('button', { name: 'Back up elsewhere…' }))
    expect(bridge.inputsOf('backup.make')[1]).toMatchObject({ place: 'choose' })
  })

  it('says what was added and what was there already, and when all of it was last read', async () => {
    const added = { fileCount: 3, alreadyThere: 1204, hasDocuments: false }
    const last = { ...goodBackup.last!, added, wholeAt: '2026-05-02T08:00:00.000Z' }
    const { user } = await showHealth(
      { ...goodHealth, backup: { ...goodBackup, last, test: null } },
      {
        'backup.make': async () => ({
          done: {
            fileName: 'B.stipple-backup',
            byteSize: 1,
            added: { fileCount: 1, alreadyThere: 1, hasDocuments: true },
            carriedOver: 0,
            missingCount: 0,
            damagedCount: 0,
            strangers: 0,
            isSameDisk: false,
          },
        }),
      },
    )
    expect(
      card('Backup').getByText(
        /7 MB\. Added 3 photos, read again and found whole; 1,204 were already there\. All of it was last read on 2 May 2026.*\.$/,
      ),
    ).toBeTruthy()
    await user.click(card('Backup').getByRole('button', { name: 'Back up now' }))
    expect(
      await screen.findByText(
        'Backed up to B.stipple-backup: added 1 photo or document, read again and found whole; 1 was already there.',
      ),
    ).toBeTruthy()
  })

  it('says why a backup failed, and stops one', async () => {
    const { answers, untilStopped } = held()
    let isFull = true
    const { user } = await showHealth(goodHealth, {
      ...answers,
      'backup.make': async () => {
        if (isFull) throw new AppError('refused', { reason: 'The backup needs 3 GB, but only 1 GB are free.' })
        return untilStopped()
      },
    })
    await user.click(card('Backup').getByRole('button', { name: 'Back up now' }))
    expect((await card('Backup').findByRole('alert')).textContent).toContain('The backup needs 3 GB')
    isFull = false
    await user.click(card('Backup').getByRole('button', { name: 'Back up now' }))
    await user.click(await card('Backup').findByRole('button', { name: 'Stop' }))
    expect(await card('Backup').findByRole('button', { name: 'Back up now' })).toBeTruthy()
    expect(card('Backup').queryByRole('alert')).toBeNull()
  })

  it('shows what is in a chosen backup and restores it only when that is confirmed', async () => {
    const { user, bridge } = await showHealth(goodHealth, {
      'backup.choose': async () => ({ offer: { ...offeredBackup, missingCount: 1 } }),
      'backup.restore': async () => ({}),
    })
    await user.click(card('Backup').getByRole('button', { name: 'Restore from a backup…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Restore this backup?' })
    expect(dialog.textContent).toContain('“Old.stipple-backup” was made on 14 Mar 2026')
    expect(dialog.textContent).toContain('3 clients and 240 photos, 2.0 GB')
    expect(dialog.textContent).toContain('1 photo file of these was missing')
    expect(dialog.textContent).toContain('kept beside it')
    expect(bridge.inputsOf('backup.restore')).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Restore this backup' }))
    expect((await within(dialog).findByRole('status')).textContent).toContain('Stipple starts again')
    expect(bridge.inputsOf('backup.restore')[0]).toMatchObject({ restoreId: offeredBackup.restoreId })
  })

  it('tells why a backup can’t be used, while it is chosen and while it is restored', async () => {
    let isWhole = false
    const { user } = await showHealth(goodHealth, {
      'backup.choose': async () => {
        if (!isWhole) throw new AppError('backup-damaged', { reason: 'it isn’t a Stipple backup' })
        return { offer: offeredBackup }
      },
      'backup.restore': async () => {
        throw new AppError('backup-damaged', { reason: 'a file in it was damaged or changed' })
      },
    })
    await user.click(card('Backup').getByRole('button', { name: 'Restore from a backup…' }))
    expect(
      await screen.findByText(/This backup can’t be used: it isn’t a Stipple backup. Nothing was changed/),
    ).toBeTruthy()
    isWhole = true
    await user.click(card('Backup').getByRole('button', { name: 'Restore from a backup…' }))
    await user.click(await screen.findByRole('button', { name: 'Restore this backup' }))
    const dialog = screen.getByRole('dialog')
    expect((await within(dialog).findByRole('alert')).textContent).toContain('a file in it was damaged or changed')
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
