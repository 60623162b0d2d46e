import { Badge, createTheme, type MantineColorsTuple, Menu, Modal, Notification, Tooltip } from '@mantine/core'

/** Neutral greys without a tint, so that no colour beside a photo shifts how skin looks. 0 is lightest. */
const neutral: MantineColorsTuple = [
  '#e8e8e8',
  '#c9c9c9',
  '#a8a8a8',
  '#858585',
  '#5c5c5c',
  '#434343',
  '#333333',
  '#262626',
  '#1c1c1c',
  '#141414',
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
  '#00665f',
]

/** How Stipple looks: dark, neutral, calm. */
export const theme = createTheme({
  colors: { dark: neutral, accent },
  primaryColor: 'accent',
  // always dark; one shade for both, because the contrast of a text on the accent is computed for the light one
  primaryShade: 4,
  autoContrast: true,
  luminanceThreshold: 0.32,
  defaultRadius: 'md',
  fontFamily: 'Inter, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "DejaVu Sans", sans-serif',
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
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', width: 220, withInitialFocusPlaceholder: false } }),
  },
})
