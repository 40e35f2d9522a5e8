/** What the fonts of the pictures have (`cli/fonts.mjs`): Latin, Greek and Cyrillic as they are written today. */
const known =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u017e\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e\u045f\u0490\u0491\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026\u20ac\u2122\u2212]$/u

/**
 * A text as it can be drawn: signs that no font here has, such as emoji, are left out. Null when letters would be
 * missing, or nothing is left: then no words are drawn, and no boxes.
 */
export function knownWords(text: string): string | null {
  let words = ''
  for (const sign of text.normalize('NFC')) {
    if (known.test(sign)) words += sign
    else if (/[\p{L}\p{M}\p{N}]/u.test(sign) && !/\p{Variation_Selector}/u.test(sign)) return null
  }
  return words.replace(/\s+/g, ' ').trim() || null
}
