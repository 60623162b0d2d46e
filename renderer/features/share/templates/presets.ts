import type { ExportLook } from '../../../../shared/domain/export-template.ts'
import { t } from '../../../../shared/words/translate.ts'
import { firstOptions } from '../export-options.ts'

/** A way of exporting that comes with Stipple. */
export interface Preset {
  readonly key: string
  /** Where it is meant for, as the list groups it. */
  readonly platform: string
  readonly name: string
  readonly look: ExportLook
}

const { kind, shape, arrangement, framing, stillFormat, filmFormat, photoText, ownText, corner } = firstOptions
const forNetworks: ExportLook = {
  purpose: null,
  kind,
  shape,
  arrangement,
  framing,
  stillFormat,
  filmFormat,
  photoText,
  ownText,
  corner,
  naming: 'before-after',
  detail: 'weeks',
  sign: 'both',
}
const instagram: ExportLook = { ...forNetworks, purpose: 'instagram' }
const tiktok: ExportLook = { ...forNetworks, purpose: 'tiktok', shape: '9:16' }
const website: ExportLook = { ...forNetworks, purpose: 'website', shape: '16:9' }
const print: ExportLook = {
  ...forNetworks,
  purpose: 'print',
  shape: 'original',
  stillFormat: 'png',
  naming: 'stage',
  detail: 'date',
}

/** What the networks, a website and a printer ask for. */
export function presets(): readonly Preset[] {
  return [
    { key: 'instagram-post', platform: 'Instagram', name: t('Instagram post 4:5'), look: instagram },
    {
      key: 'instagram-story',
      platform: 'Instagram',
      name: t('Instagram story 9:16'),
      look: { ...instagram, shape: '9:16' },
    },
    {
      key: 'instagram-reel',
      platform: 'Instagram',
      name: t('Instagram reel 9:16, slider video'),
      look: { ...instagram, shape: '9:16', kind: 'slider-video' },
    },
    {
      key: 'tiktok-slider',
      platform: 'TikTok',
      name: t('TikTok 9:16, slider video'),
      look: { ...tiktok, kind: 'slider-video' },
    },
    {
      key: 'tiktok-stages',
      platform: 'TikTok',
      name: t('TikTok 9:16, stages video'),
      look: { ...tiktok, kind: 'stages-video' },
    },
    { key: 'website-picture', platform: t('Website'), name: t('Website picture 16:9'), look: website },
    {
      key: 'website-slider',
      platform: t('Website'),
      name: t('Website video 16:9, slider'),
      look: { ...website, kind: 'slider-video', filmFormat: 'webm' },
    },
    { key: 'print-pair', platform: t('Print'), name: t('Print, original size'), look: print },
    {
      key: 'print-stages',
      platform: t('Print'),
      name: t('Print, strip of stages'),
      look: { ...print, kind: 'stages' },
    },
  ]
}
