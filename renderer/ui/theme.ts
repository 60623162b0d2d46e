import {
  Badge,
  type CSSVariablesResolver,
  createTheme,
  DEFAULT_THEME,
  type MantineColorsTuple,
  Menu,
  Modal,
  mergeThemeOverrides,
  Notification,
  Tooltip,
} from '@mantine/core'
import { t } from '../../shared/words/translate.ts'
import { typeface } from './typeface.ts'

type Room = 'dark' | 'light'

/** Neutral greys without a tint, so that no colour beside a photo shifts how skin looks; from what is written to what lies behind everything. */
const neutral: Record<Room, MantineColorsTuple> = {
  dark: ['#e8e8e8', '#c9c9c9', '#a8a8a8', '#858585', '#5c5c5c', '#434343', '#333333', '#262626', '#1c1c1c', '#141414'],
  light: ['#1c1c1c', '#3a3a3a', '#565656', '#737373', '#adadad', '#cfcfcf', '#e2e2e2', '#fbfbfb', '#f0f0f0', '#e4e4e4'],
}

/** Mantine's own greys, which are bluish, without their tint; 0 is lightest in both rooms. */
const gray: MantineColorsTuple = [
  '#f6f6f6',
  '#ededed',
  '#e0e0e0',
  '#cecece',
  '#b3b3b3',
  '#757575',
  '#5a5a5a',
  '#434343',
  '#333333',
  '#222222',
]

/** The one accent: a cool, quiet teal, far from every skin tone. */
const accent: MantineColorsTuple = [
  '#e3f7f5',
  '#c9ebe8',
  '#9ddad5',
  '#6dc7c0',
  '#4bb8b0',
  '#38aea5',
  '#2aa79e',
  '#178f87',
  '#067a73',
  '#005650',
]

/** Warnings and refusals: their darkest shades are dark enough to be read on white. */
const yellow = withDarkest(DEFAULT_THEME.colors.yellow, '#8a5700', '#5c3900')
const red = withDarkest(DEFAULT_THEME.colors.red, '#b92525', '#8f1414')

function withDarkest(colour: MantineColorsTuple, ...darkest: [string, string]): MantineColorsTuple {
  const [a, b, c, d, e, f, g, h] = colour
  return [a, b, c, d, e, f, g, h, ...darkest]
}

/** Named in the language that is spoken when it is drawn. */
const closeButton = {
  get 'aria-label'() {
    return t('Close')
  },
}

/** How Stipple looks in a room's light: neutral and calm. */
export function themeOf(room: Room) {
  return themes[room]
}

/** What of Mantine's own colours is too faint in a room. */
export const roomVariables: CSSVariablesResolver = () => ({
  variables: {},
  // the darkest reds are for white
  dark: { '--mantine-color-error': 'var(--mantine-color-red-5)' },
  light: {
    '--mantine-color-error': 'var(--mantine-color-red-8)',
    '--mantine-color-gray-light-color': 'var(--mantine-color-gray-8)',
    '--mantine-color-gray-text': 'var(--mantine-color-gray-7)',
    '--mantine-color-gray-outline': 'var(--mantine-color-gray-6)',
  },
})

const everywhere = createTheme({
  primaryColor: 'accent',
  autoContrast: true,
  luminanceThreshold: 0.32,
  defaultRadius: 'md',
  fontFamily: typeface,
  headings: { fontWeight: '600' },
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Badge: Badge.extend({ defaultProps: { tt: 'none', flex: 'none' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, color: 'dark.5', c: 'dark.0' } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        // the page itself never scrolls, and the lock would need a style that the window's policy refuses
        lockScroll: false,
        overlayProps: { backgroundOpacity: 0.6 },
        closeButtonProps: closeButton,
      },
    }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: closeButton } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', width: 220, withInitialFocusPlaceholder: false } }),
  },
})

// one shade for both of Mantine's schemes, because the contrast of a text on the accent is computed for the light one
const themes = {
  dark: mergeThemeOverrides(everywhere, { colors: { dark: neutral.dark, gray, accent, yellow, red }, primaryShade: 4 }),
  light: mergeThemeOverrides(everywhere, {
    colors: { dark: neutral.light, gray, accent, yellow, red },
    primaryShade: 8,
  }),
}
