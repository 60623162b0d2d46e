import { describe, expect, test } from 'vitest'
import {
  removeTemplate,
  renameTemplate,
  saveTemplate,
  updateTemplate,
} from '../../../renderer/features/share/templates/actions.ts'
import { presets } from '../../../renderer/features/share/templates/presets.ts'
import type { StatedEvent } from '../../../shared/domain/events.ts'
import { faultOfLook } from '../../../shared/domain/export-template-rules.ts'
import { applyEvent, emptyFacts } from '../../../shared/domain/facts.ts'
import { refusalOf } from '../../../shared/domain/rules.ts'

const at = '2026-06-01T10:00:00.000Z'
const [post, story] = presets().map(({ look }) => look)

function recorded(...events: StatedEvent[]) {
  const facts = emptyFacts()
  for (const event of events) {
    expect(refusalOf(facts, event)).toBeUndefined()
    applyEvent(facts, event, at)
  }
  return facts
}

describe('the studio’s templates', () => {
  test('are saved, changed, renamed and removed, and each step is taken back', () => {
    const { template, events, undo } = saveTemplate(' Wall ', post!)
    const kept = (...more: StatedEvent[]) => recorded(...events, ...more).exportTemplates.get(template.templateId)
    expect(kept()).toEqual({ ...template, name: 'Wall', isRemoved: false })
    for (const [change, after] of [
      [updateTemplate(template, story!), { look: story }],
      [renameTemplate(template, 'Door'), { name: 'Door' }],
      [removeTemplate(template), { isRemoved: true }],
    ] as const) {
      expect(kept(...change.events)).toMatchObject(after)
      expect(kept(...change.events, ...change.undo.events)).toEqual(kept())
    }
    expect(kept(...undo.events)).toMatchObject({ isRemoved: true })
  })

  test('no name twice, nothing that isn’t there, no caption that can’t be read', () => {
    const { template, events } = saveTemplate('Wall', post!)
    const facts = recorded(...events)
    const refusal = (of: readonly StatedEvent[]) => refusalOf(facts, of[0]!)
    expect(refusal(saveTemplate('wall ', story!).events)).toMatch(/of this name/)
    expect(refusal(events)).toMatch(/saved already/)
    expect(
      refusal(removeTemplate({ ...template, templateId: saveTemplate('x', post!).template.templateId }).events),
    ).toMatch(/no such template/)
    expect(refusal(saveTemplate('Own', { ...post!, ownText: '{stage}' }).events)).toMatch(/speaks of one photo/)
    expect(refusal(saveTemplate('Own', { ...post!, naming: 'own', photoText: 'Mine' }).events)).toMatch(
      /what the photo is/,
    )
  })

  test('what comes with Stipple can be used, has a name of its own, and names the channel that it is for', () => {
    const all = presets()
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    for (const { look } of all) {
      expect(faultOfLook(look)).toBeUndefined()
      expect(look.purpose).not.toBeNull()
    }
    expect(all.filter(({ platform }) => platform === 'TikTok').every(({ look }) => look.shape === '9:16')).toBe(true)
  })
})
