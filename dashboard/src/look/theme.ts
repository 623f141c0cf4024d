import { createTheme, localStorageColorSchemeManager } from '@mantine/core';

const FONT = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
});

export const colorSchemes = localStorageColorSchemeManager({ key: 'outreach-color-scheme' });
