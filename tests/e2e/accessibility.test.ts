import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { answerDialogs, emptyUserData, type StippleApp, startStipple } from './stipple-app.ts'

const photo = join(import.meta.dirname, '../fixtures/photos/landscape-1.jpg')

/** Moves the first photo of the board to the trash. */
async function removeOnePhoto({ window }: StippleApp): Promise<void> {
  await window
    .getByRole('button', { name: /^Actions: / })
    .first()
    .click()
  await window.getByRole('menuitem', { name: 'Remove photo' }).click()
  await window.getByText(/^Photo removed/).waitFor()
  await window.getByRole('button', { name: 'Back to the clients' }).click()
}

async function addAndRemoveClient({ window }: StippleApp): Promise<void> {
  await window.getByRole('button', { name: 'Add client' }).click()
  await window.getByRole('dialog').getByLabel(/name/i).first().fill('Anna Beispiel')
  await window.getByRole('dialog').getByRole('button', { name: 'Add client' }).click()
  await window.getByRole('heading', { name: 'Anna Beispiel' }).waitFor()
  await window.getByRole('button', { name: 'Back to the clients' }).click()
  await window.getByRole('button', { name: 'Actions: Anna Beispiel' }).click()
  await window.getByRole('menuitem', { name: 'Move to the trash' }).click()
  await window.getByRole('button', { name: 'Anna Beispiel', exact: true }).waitFor({ state: 'detached' })
}

test('no screen breaks a WCAG 2.2 AA rule that a program can find, at both sizes', async () => {
  const app = await startStipple(await emptyUserData())
  const { window } = app
  const check = async (screen: string) => {
    for (const [width, height] of [
      [1440, 900],
      [1024, 700],
    ] as const) {
      await app.electron.evaluate(
        ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(...size),
        [width, height] as [number, number],
      )
      await window.waitForTimeout(400)
      // a toast that fades away has no contrast for a moment
      await window.getByRole('alert').waitFor({ state: 'detached' })
      expect(await axeFindings(window), `${screen} at ${width}×${height}`).toEqual([])
      const overflow = await window.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `${screen} at ${width}×${height} scrolls sideways`).toBeLessThanOrEqual(0)
    }
  }
  await window.getByText('24 photos').waitFor({ timeout: 90_000 })
  await check('clients')
  await window.getByRole('button', { name: 'Library health' }).click()
  await window.getByRole('region', { name: 'Photos' }).waitFor()
  await check('library health')
  await window.getByRole('button', { name: 'Make a recovery key…' }).click()
  await check('recovery key')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Back to the clients' }).click()
  await window.getByRole('button', { name: /^sample client/i }).click()
  await window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).waitFor()
  await check('series board')
  await removeOnePhoto(app)
  await addAndRemoveClient(app)
  await window.getByRole('button', { name: 'Trash', exact: true }).click()
  await window.getByRole('region', { name: 'Photos' }).waitFor()
  await check('trash')
  await window.getByRole('button', { name: 'Erase Anna Beispiel for good…' }).click()
  await window.getByRole('dialog').getByRole('textbox').waitFor()
  await check('erasing')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'How long records are kept…' }).click()
  await window.getByRole('radiogroup').waitFor()
  await check('rule for keeping records')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: /^Restore the photo: / }).click()
  await window.getByRole('button', { name: 'Back to the clients' }).click()
  await window.getByRole('button', { name: /^sample client/i }).click()
  const tether = await emptyUserData()
  await answerDialogs(app, { open: [tether] })
  await window.getByRole('button', { name: 'Hot folder…' }).click()
  await window.getByRole('button', { name: 'Choose folder…' }).click()
  await window.getByText('Nothing new has come in', { exact: false }).waitFor()
  await check('hot folder')
  await window.keyboard.press('Escape')
  await copyFile(photo, join(tether, 'IMG_1.JPG'))
  await window.getByText('1 photo came in', { exact: false }).waitFor()
  await check('series board with an arrival')
  await window.getByRole('button', { name: 'Leave them' }).click()
  await window.getByRole('button', { name: 'Records' }).click()
  await window.getByRole('combobox', { name: 'Skin type (Fitzpatrick)' }).selectOption('III')
  await window.getByRole('region', { name: 'Session 1' }).getByText('Crown', { exact: true }).click()
  await window.getByText('Saved', { exact: true }).waitFor()
  await check('records')
  await answerDialogs(app, { open: [photo, import.meta.filename] })
  await window.getByRole('button', { name: 'Add…' }).click()
  await window.getByRole('button', { name: 'Add 2' }).waitFor()
  await check('adding documents')
  await window.getByRole('button', { name: 'Add 2' }).click()
  await window.getByRole('button', { name: 'landscape-1', exact: true }).click()
  await check('a document that is a picture')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'accessibility.test', exact: true }).click()
  await check('a document that isn’t shown')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Actions for landscape-1' }).click()
  await window.getByRole('menuitem', { name: 'Change…' }).click()
  await check('changing a document')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Back to the series board' }).click()
  await window.getByRole('button', { name: 'History' }).click()
  await window.getByText('Records of session 1 changed').waitFor()
  await check('history')
  await window.getByRole('button', { name: 'Back to the series board' }).click()
  await answerDialogs(app, { open: [photo] })
  await window.getByRole('button', { name: 'Import photos…' }).click()
  await window.getByRole('button', { name: /^save 1 photo/i }).waitFor()
  await check('import review')
  await window.getByRole('button', { name: /^save 1 photo/i }).click()
  await window.getByRole('button', { name: 'Compare newest with baseline: Crown' }).click()
  const alignment = window.getByRole('status', { name: 'Alignment' })
  await alignment.getByText(/^(Aligned|Check the alignment|Needs landmarks)$/).waitFor({ timeout: 120_000 })
  for (const [key, mode] of ['side by side', 'slider', 'overlay'].entries()) {
    await window.keyboard.press(String(key + 1))
    await check(`comparison, ${mode}`)
  }
  await window.getByRole('button', { name: /^export/i }).click()
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^save picture/i })
    .waitFor()
  await check('export')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: /^adjust/i }).click()
  await window.getByRole('button', { name: 'Save and align' }).waitFor()
  await check('landmarks')
}, 300_000)
