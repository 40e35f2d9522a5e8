import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'

/**
 * Every token of the look, written once. Colours are light first and dark second: the theme is nothing but
 * the value of `color-scheme` on the root. They are emitted as CSS variables, which the classes of
 * `app/styles` and the utilities (`text-ink-2`, `bg-cloth`) both use.
 */
const colours = {
  // cloth and ink
  cloth: 'light-dark(oklch(0.974 0.010 112), oklch(0.215 0.032 270))',
  'cloth-2': 'light-dark(oklch(0.942 0.015 110), oklch(0.258 0.036 270))',
  'cloth-3': 'light-dark(oklch(0.878 0.020 110), oklch(0.355 0.040 270))',
  ink: 'light-dark(oklch(0.275 0.045 270), oklch(0.905 0.014 115))',
  'ink-2': 'light-dark(oklch(0.455 0.038 270), oklch(0.755 0.020 115))',
  edge: 'light-dark(oklch(0.585 0.030 270), oklch(0.600 0.040 270))',
  // three dye plants, and two mixtures
  indigo: 'light-dark(oklch(0.420 0.135 270), oklch(0.815 0.085 265))',
  madder: 'light-dark(oklch(0.490 0.165 20), oklch(0.775 0.115 20))',
  weld: 'light-dark(oklch(0.915 0.105 106), oklch(0.375 0.065 106))',
  'weld-2': 'light-dark(oklch(0.860 0.150 104), oklch(0.455 0.085 104))',
  moss: 'light-dark(oklch(0.450 0.085 150), oklch(0.800 0.100 150))',
  amber: 'light-dark(oklch(0.470 0.095 65), oklch(0.820 0.100 75))',
  // dyed cloth: swatches and avatars, never a text colour
  'dye-indigo': 'light-dark(oklch(0.385 0.125 270), oklch(0.390 0.105 268))',
  'dye-madder': 'light-dark(oklch(0.475 0.150 20), oklch(0.420 0.115 20))',
  'dye-weld': 'light-dark(oklch(0.880 0.130 104), oklch(0.730 0.115 100))',
  'dye-moss': 'light-dark(oklch(0.430 0.070 155), oklch(0.385 0.055 155))',
  'dye-flax': 'light-dark(oklch(0.925 0.022 108), oklch(0.300 0.038 270))',
  'dye-vat': 'light-dark(oklch(0.275 0.045 270), oklch(0.165 0.028 270))',
  thread: 'light-dark(oklch(0.974 0.010 112), oklch(0.905 0.014 115))',
  'thread-on-weld': 'light-dark(oklch(0.275 0.045 270), oklch(0.215 0.032 270))',
  'thread-on-flax': 'light-dark(oklch(0.420 0.135 270), oklch(0.815 0.085 265))',
}

const fonts = {
  read: '"Literata Variable", "Literata Fallback", Georgia, "Iowan Old Style", serif',
  voice: '"Bricolage Grotesque Variable", "Bricolage Fallback", system-ui, sans-serif',
}

const sizes = {
  hero: 'clamp(2.25rem, 1.45rem + 3.5vw, 4.25rem)',
  title: 'clamp(2.25rem, 1.52rem + 3.24vw, 4rem)',
  page: 'clamp(2rem, 1.51rem + 2.17vw, 3.25rem)',
  body: 'clamp(1.0625rem, 1.002rem + 0.31vw, 1.25rem)',
  comment: '1.0625rem',
  meta: '0.9375rem',
  small: '0.875rem',
}

/** The steps of white space; `mt-s-7` as a utility. */
const spaces = {
  's-1': '0.25rem',
  's-2': '0.5rem',
  's-3': '0.75rem',
  's-4': '1rem',
  's-5': '1.5rem',
  's-6': '2rem',
  's-7': '3rem',
  's-8': '4rem',
  's-9': '6rem',
  's-10': '8rem',
  gutter: '1.25rem',
}

/** Six hand-set stitches on a repeat of 96 units, used as masks so that the thread takes any colour. */
function stitch(width: number, height: number, path: string): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'><path d='${path}' fill='none' stroke='#000' stroke-width='2' stroke-linecap='round'/></svg>`
  return `url("data:image/svg+xml,${svg.replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('#', '%23')}")`
}

const stitches = {
  'stitch-h': stitch(
    96,
    6,
    'M3.5 3.2 12 2.7M19 2.8 28.5 3.2M35.5 3.3 43.5 2.8M51 2.7 60.5 3.1M67.5 3.3 76 2.9M83 2.7 91.5 3.2',
  ),
  'stitch-v': stitch(
    6,
    96,
    'M3.2 3.5 2.7 12M2.8 19 3.2 28.5M3.3 35.5 2.8 43.5M2.7 51 3.1 60.5M3.3 67.5 2.9 76M2.7 83 3.2 91.5',
  ),
}

function variables(tokens: Record<string, string>, prefix = ''): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--${prefix}${name}`, value]))
}

function references(tokens: Record<string, string>, prefix = ''): Record<string, string> {
  return Object.fromEntries(Object.keys(tokens).map((name) => [name, `var(--${prefix}${name})`]))
}

const config: Config = {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
  theme: {
    colors: { ...references(colours), current: 'currentColor', transparent: 'transparent' },
    fontFamily: references(fonts, 'font-'),
    fontSize: references(sizes, 't-'),
    screens: { md: '45rem', lg: '72.5rem' },
    extend: {
      spacing: references(spaces),
      maxWidth: { measure: 'var(--measure)' },
      borderRadius: { patch: 'var(--patch)' },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ':root': {
          'color-scheme': 'light dark',
          ...variables(colours),
          ...variables(fonts, 'font-'),
          ...variables(sizes, 't-'),
          ...variables(spaces),
          ...variables(stitches),
          '--measure': '31em',
          '--patch': '3px',
        },
        ':root[data-theme=light], :root:has(#theme-light:checked)': { 'color-scheme': 'light' },
        ':root[data-theme=dark], :root:has(#theme-dark:checked)': { 'color-scheme': 'dark' },
      })
    }),
  ],
}

export default config
