import { readFile } from 'node:fs/promises'

/** The families a picture may name, in order: who has not the letter asks the next. Cut by `cli/fonts.mjs`. */
export const latinFonts = [
  'voice',
  'voice-ext',
  'voice-more',
  'voice-greek',
  'voice-cyrillic',
  'read',
  'read-ext',
  'read-greek',
  'read-cyrillic',
]

type Font = { name: string; data: Buffer; weight: 400; style: 'normal' }

let fonts: Promise<Font[]> | undefined

/** The fonts that `next/og` draws with, read once a process, at the first picture. */
export async function readFonts(): Promise<Font[]> {
  fonts ??= Promise.all(
    latinFonts.map(async (name): Promise<Font> => {
      return { name, data: await readFile(fontPath(name)), weight: 400, style: 'normal' }
    }),
  ).catch((error: unknown) => {
    fonts = undefined
    throw error
  })
  return fonts
}

export function fontPath(name: string): string {
  return `lib/pictures/fonts/${name}.ttf`
}
