/**
 * Colours of tailwind.config.ts as hex, by the names they have there, for what reads neither `oklch` nor variables: the
 * frame of a browser, pictures, letters. A test holds the two together.
 */
export const light = {
  cloth: '#f6f7f0',
  'cloth-2': '#ecede2',
  ink: '#1f263e',
  'ink-2': '#4e566c',
  edge: '#757b8e',
  indigo: '#324496',
  madder: '#aa2837',
  'dye-indigo': '#2b3c85',
  'dye-madder': '#9f2d37',
  'dye-moss': '#2d5b3f',
  'dye-vat': '#1f263e',
  'dye-weld': '#e6dc70',
  'dye-flax': '#e7e8d7',
} as const

export const dark = {
  cloth: '#141928',
  'cloth-2': '#1d2335',
  ink: '#dfe1d7',
  'ink-2': '#afb1a3',
  edge: '#778099',
  indigo: '#a8c2fa',
} as const
