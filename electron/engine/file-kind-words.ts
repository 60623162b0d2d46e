import { t } from '../../shared/words/translate.ts'

/** Kinds of files that aren't photos, as `sniffFormat` names them, and how they are said. */
const known: Readonly<Record<string, () => string>> = {
  'a GIF': () => t('a GIF'),
  'a BMP': () => t('a BMP'),
  'a PDF': () => t('a PDF'),
  'a Photoshop document': () => t('a Photoshop document'),
  'a JPEG XL': () => t('a JPEG XL'),
  'a JPEG 2000': () => t('a JPEG 2000'),
  'a JPEG XR': () => t('a JPEG XR'),
  'an OpenEXR picture': () => t('an OpenEXR picture'),
  'a Windows icon': () => t('a Windows icon'),
  'a ZIP archive': () => t('a ZIP archive'),
  'a video of a kind that Stipple doesn’t read (AVI)': () => t('a video of a kind that Stipple doesn’t read (AVI)'),
  'a video of a kind that Stipple doesn’t read (MPEG)': () => t('a video of a kind that Stipple doesn’t read (MPEG)'),
  'a video of a kind that Stipple doesn’t read (Matroska)': () =>
    t('a video of a kind that Stipple doesn’t read (Matroska)'),
  'an empty file': () => t('an empty file'),
  'a HEIF of a rare kind': () => t('a HEIF of a rare kind'),
  'a sound recording': () => t('a sound recording'),
  'a kind of file that Stipple doesn’t know': () => t('a kind of file that Stipple doesn’t know'),
  'an SVG': () => t('an SVG'),
  'a web page': () => t('a web page'),
  'a text file': () => t('a text file'),
  'a video': () => t('a video'),
}

/** A kind of file, "a GIF", in the language that is spoken; one that isn't known stays as it is. */
export function fileKindInWords(name: string): string {
  return known[name]?.() ?? name
}
