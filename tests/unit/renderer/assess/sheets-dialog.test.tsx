// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { AssessScreen } from '../../../../renderer/features/assess/screen.tsx'
import { useSheetNames } from '../../../../renderer/features/assess/sheets/sheet-options.ts'
import { StudioFields } from '../../../../renderer/features/settings/studio-fields.tsx'
import type { Engine } from '../../../../renderer/ports.ts'
import type { ZoneFindings } from '../../../../shared/domain/assessing/photo-assessment.ts'
import { unjudged } from '../../../../shared/domain/assessment/assessment.ts'
import { drawingIdOf } from '../../../../shared/domain/drawing.ts'
import type { Photo } from '../../../../shared/domain/photo.ts'
import { AppError } from '../../../../shared/errors.ts'
import { alignmentOf, crownLibrary, crownPhotos, showPair } from '../viewer/pair-bench.tsx'

vi.hoisted(() => {
  vi.stubGlobal('CSS', { registerProperty: () => undefined, supports: () => false, escape: String })
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext(_kind: string, options?: unknown) {
        return options ? { drawImage: () => undefined } : null
      }
      async convertToBlob() {
        return new Blob(['picture'], { type: 'image/jpeg' })
      }
    },
  )
  vi.stubGlobal('createImageBitmap', async () => ({ width: 10, height: 10, close: () => undefined }))
})

const [before, fresh, healed] = crownPhotos as [Photo, Photo, Photo]
const zoneId = drawingIdOf(healed.photoId, '1'.repeat(32))
const corners = (x: number, y: number, side: number) => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
]

function judged(): ZoneFindings {
  const { dots: _, ...nothing } = unjudged('blur')
  const values = new Float32Array(20 * 16).fill(1)
  return {
    ...nothing,
    verdict: 'judged',
    reasons: [],
    notJudgedFraction: 0,
    darkness: { columns: 20, rows: 16, originX: 0, originY: 0, stepX: 50, stepY: 50, values },
    patches: [
      {
        kind: 'lightened',
        certainty: 'clear',
        outline: corners(220, 220, 60),
        centre: { x: 250, y: 250 },
        lightened: { value: 0.3, range: [0.26, 0.34] },
        dotsLacking: 43,
        areaMm2: 210,
      },
    ],
  }
}

async function show(work: Partial<Engine> = {}) {
  useSheetNames.setState(useSheetNames.getInitialState())
  const bridge = crownLibrary()
  const outline = corners(200, 200, 400)
  const shape = { kind: 'zone', zone: 'treated', outline } as const
  bridge.record([
    {
      type: 'drawing-added',
      version: 1,
      data: { drawingId: zoneId, photoId: healed.photoId, quarterTurns: 0, name: '', shape },
    },
    { type: 'alignment-made', version: 2, data: alignmentOf(before, fresh) },
    { type: 'alignment-made', version: 2, data: alignmentOf(before, healed) },
  ])
  const engine = {
    assessPhoto: vi.fn<Engine['assessPhoto']>(async (photoId) => ({
      photoId,
      scale: { pixelsPerMm: 8, source: 'head-width', isCarried: false },
      zones: [{ zoneId, findings: judged(), inReference: judged().darkness, densityInReference: null }],
    })),
    renderPane: vi.fn<Engine['renderPane']>(async () => new Blob(['pane'])),
    savePages: vi.fn<Engine['savePages']>(async () => 'sheet.pdf'),
    showSavedPages: vi.fn<Engine['showSavedPages']>(async () => undefined),
    readStudio: vi.fn<Engine['readStudio']>(async () => ({ name: 'Studio Nord', logo: null })),
    renameStudio: vi.fn<Engine['renameStudio']>(async () => undefined),
    ...work,
  }
  const { clientId, treatmentId, photoId } = healed
  const did = { onBack: vi.fn(), onPhoto: vi.fn(), onDraw: vi.fn() }
  const fields = <StudioFields paper={engine as unknown as Engine} />
  await showPair(bridge, engine, <AssessScreen {...{ clientId, treatmentId, photoId, ...did }} studioFields={fields} />)
  const user = userEvent.setup()
  await screen.findByText(/^Never took|^New/)
  return { engine, user }
}

const dialog = () => screen.findByRole('dialog', { name: 'Sheets and report' })
const preview = async () => within(await dialog()).getByRole('region', { name: 'Preview' })

describe('sheets and report', () => {
  test('the report is there before anything is planned; what can’t be made says why', async () => {
    const { user } = await show()
    await user.keyboard('{Control>}p{/Control}')
    const form = within(await dialog())
    expect(form.getByRole<HTMLInputElement>('radio', { name: 'Touch-up sheet' }).disabled).toBe(true)
    expect(form.getAllByText('Nothing is planned yet: accept a patch first.')).toHaveLength(2)
    expect(await within(await preview()).findByText('1 patch that most people would see')).toBeDefined()
    expect(within(await preview()).getByText('Over the stages')).toBeDefined()
  })

  test('an accepted patch stands on the sheet; nobody is named unless that is ticked', async () => {
    const { user } = await show()
    await user.keyboard('jap')
    await user.click(await screen.findByRole('button', { name: 'Touch-up sheet…' }))
    const page = within(await preview())
    expect(await page.findByRole('img', { name: 'Patches: 1' })).toBeDefined()
    expect(page.getByText('30 % lighter than around it, most people would see this')).toBeDefined()
    expect(page.getByText('about 45')).toBeDefined()
    expect(page.getByText('Studio Nord')).toBeDefined()
    expect(page.queryByText(/Ada/)).toBeNull()
    const form = within(await dialog())
    await user.click(form.getByRole('checkbox', { name: 'Client’s name' }))
    expect(await page.findByText('Client: Ada')).toBeDefined()
    expect(page.getAllByText(/16 Feb 2026/).length).toBeGreaterThan(0)
    await user.click(form.getByRole('checkbox', { name: 'Dates of the photos' }))
    await vi.waitFor(() => expect(page.queryByText(/16 Feb 2026/)).toBeNull())
    await user.click(form.getByRole('checkbox', { name: 'Studio’s name and logo' }))
    await vi.waitFor(() => expect(page.queryByText('Studio Nord')).toBeNull())
  })

  test('is saved under a name that names nobody, and its folder can be shown', async () => {
    const savePages = vi.fn<Engine['savePages']>(async () => 'sheet.pdf')
    const { user, engine } = await show({ savePages })
    await user.keyboard('ja')
    await screen.findByText(/^Touch-up in session/)
    await user.keyboard('{Control>}p{/Control}')
    await within(await preview()).findByRole('img', { name: 'Patches: 1' })
    await user.click(within(await dialog()).getByRole('button', { name: 'Save as PDF…' }))
    await screen.findByText('Saved as sheet.pdf')
    expect(savePages.mock.calls[0]?.slice(0, 2)).toEqual(['a4', 'touch-up-session-2'])
    await user.click(screen.getByRole('button', { name: 'Show in folder' }))
    expect(engine.showSavedPages).toHaveBeenCalled()
    await user.click(within(await dialog()).getByRole('radio', { name: 'Phone card' }))
    await within(await preview()).findByText('≈ 210 mm², about 45 dots')
    await user.click(within(await dialog()).getByRole('button', { name: 'Save as PDF…' }))
    await vi.waitFor(() => expect(savePages.mock.calls[1]?.slice(0, 2)).toEqual(['phone', 'touch-up-card-session-2']))
  })

  test('a disk that is full is told in a sentence; saving can be stopped', async () => {
    const savePages = vi.fn<Engine['savePages']>().mockRejectedValueOnce(new AppError('disk-full'))
    const { user } = await show({ savePages })
    await user.keyboard('{Control>}p{/Control}')
    await within(await preview()).findByText('Over the stages')
    await user.click(within(await dialog()).getByRole('button', { name: 'Save as PDF…' }))
    await screen.findByText(/^The disk is full/)
    savePages.mockImplementationOnce(
      (_paper, _name, options) =>
        new Promise((_, reject) => {
          options?.signal?.addEventListener('abort', () => reject(new AppError('cancelled')))
        }),
    )
    await user.click(within(await dialog()).getByRole('button', { name: 'Save as PDF…' }))
    await user.click(await within(await dialog()).findByRole('button', { name: 'Stop' }))
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull())
  })

  test('a picture that can’t be drawn is told, and drawn again when asked', async () => {
    const renderPane = vi.fn<Engine['renderPane']>(async () => new Blob(['pane']))
    renderPane.mockRejectedValueOnce(new AppError('engine-timeout'))
    const { user } = await show({ renderPane })
    await user.keyboard('{Control>}p{/Control}')
    await user.click(await within(await preview()).findByRole('button', { name: 'Try again' }))
    expect(await within(await preview()).findByText('Over the stages')).toBeDefined()
  })

  test('the studio’s name is kept when its field is left', async () => {
    const { user, engine } = await show()
    await user.keyboard('{Control>}p{/Control}')
    const field = await within(await dialog()).findByRole('textbox', { name: 'Name of the studio' })
    await user.clear(field)
    await user.type(field, ' Studio Süd ')
    await user.tab()
    expect(engine.renameStudio).toHaveBeenCalledWith('Studio Süd')
  })
})
