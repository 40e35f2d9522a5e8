const marksPerBase = 8
/** A base with more combining marks than any script needs is there to climb over its neighbours. */
const tooManyMarks = new RegExp(`((?:\\p{M}[\\u200C\\u200D]*){${marksPerBase}})[\\p{M}\\u200C\\u200D]+`, 'gu')
const bidiControls = /[\u202A-\u202E\u2066-\u2069]/g
const invisible = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\u2800]/gu

/** True when a reader would see at least one mark of it: no spaces, fillers or joiners alone. */
export function isVisible(text: string): boolean {
  return text.replace(invisible, '') !== ''
}

/** One line as it is stored: no controls, no marks that turn the direction, single spaces, NFC. Joiners stay, for Persian, Indic and emoji. */
export function cleanLine(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/[\p{White_Space}\p{Cc}]+/gu, ' ')
    .replace(/[\u200B\uFEFF\uFFFD]/g, '')
    .replace(bidiControls, '')
    .normalize('NFC')
    .replace(tooManyMarks, '$1')
    .trim()
}

/** A text of several lines as it is stored: as typed, but with LF line ends, without control characters and without blank lines around it. */
export function cleanBody(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
}

/** A stored text as it is shown: no one can turn their neighbours' direction or climb out of their own lines. */
export function tameForDisplay(text: string): string {
  return text.replace(bidiControls, '').replace(tooManyMarks, '$1')
}
