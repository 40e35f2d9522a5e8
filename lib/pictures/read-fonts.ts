import { readFile } from 'node:fs/promises'

/** The families a picture may name, in order: who has not the letter asks the next. Cut by `cli/fonts.mjs`. */
const families = ['voice', 'voice-ext', 'read', 'read-ext', 'read-greek', 'read-cyrillic'] as const

type Font = { name: string; data: Buffer; weight: 400; style: 'normal' }

let fonts: Promise<Font[]> | undefined

/** The fonts of pictures, read once a process, at the first picture. */
export async function readFonts(): Promise<Font[]> {
  fonts ??= Promise.all(
    families.map(async (name): Promise<Font> => {
      return { name, data: await readFile(`lib/pictures/fonts/${name}.woff`), weight: 400, style: 'normal' }
    }),
  ).catch((error: unknown) => {
    fonts = undefined
    throw error
  })
  return fonts
}
