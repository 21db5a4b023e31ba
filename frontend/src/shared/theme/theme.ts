import { createTheme, type CSSVariablesResolver } from '@mantine/core';

const system =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, "Noto Color Emoji", sans-serif';

/** Petrol, the one accent: what can be pressed, what is chosen. States have colours of their own (tokens.css). */
const petrol = [
  '#e9f6f4',
  '#d3ebe7',
  '#a6d6cf',
  '#76c0b7',
  '#4fb0a5',
  '#2b968b',
  '#107e74',
  '#0b6a62',
  '#0a5650',
  '#073f3a',
] as const;

const dark = [
  '#e3e8e6',
  '#b4bcb9',
  '#98a19e',
  '#6c7572',
  '#343b39',
  '#272d2b',
  '#1c2120',
  '#151918',
  '#101312',
  '#0b0e0d',
] as const;

const OVERLAY = { backgroundOpacity: 0.35 };

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 7 },
  colors: { petrol, dark },
  autoContrast: true,
  luminanceThreshold: 0.25,
  fontFamily: system,
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: { fontFamily: system, fontWeight: '600' },
  defaultRadius: 6,
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain objects, not X.extend(): naming the components here would put all of them into the first file.
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 30 } },
    // Mantine writes the title in the colour of the alert, too pale on its own ground.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    Badge: { defaultProps: { radius: 'sm', tt: 'none', fw: 500 } },
    Button: { defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 500 } } },
    Drawer: {
      styles: { title: { fontWeight: 600 } },
      defaultProps: { position: 'right', overlayProps: OVERLAY, transitionProps: { duration: 120 } },
    },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', width: 220 } },
    Modal: {
      styles: { title: { fontWeight: 600 } },
      defaultProps: { centered: true, overlayProps: OVERLAY, transitionProps: { duration: 120 } },
    },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
  },
});

/** Mantine's own colours are mapped to our tokens: its `dimmed` and borders are too faint for AA. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--k-surface)',
    '--mantine-color-text': 'var(--k-text)',
    '--mantine-color-dimmed': 'var(--k-text-2)',
    '--mantine-color-placeholder': 'var(--k-text-3)',
    '--mantine-color-default-border': 'var(--k-border-strong)',
    '--mantine-color-error': 'var(--k-red)',
  };
  return {
    variables: {},
    light: {
      ...shared,
      '--mantine-color-anchor': '#0b6a62',
      '--mantine-color-default-hover': 'var(--k-hover)',
    },
    dark: {
      ...shared,
      '--mantine-color-anchor': '#76c0b7',
      '--mantine-color-default': 'var(--k-raised)',
      '--mantine-color-default-hover': 'var(--k-hover)',
      '--mantine-color-petrol-light-color': '#8fd3ca',
      '--mantine-color-gray-light-color': '#c3cbc8',
    },
  };
};
