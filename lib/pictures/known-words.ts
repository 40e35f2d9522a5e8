/** What the fonts of the pictures have (`cli/fonts.mjs`): Latin, Greek and Cyrillic as they are written today, … */
const known =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u017e\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e\u045f\u0490\u0491\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026\u20ac\u2122\u2212]$/u

/** … Hebrew with its points, and Arabic with what Persian, Urdu and others add to it. */
const knownFromRight =
  /[\u05b0-\u05c3\u05c7\u05d0-\u05ea\u05f0-\u05f4\u0606-\u061b\u061d-\u06ff\u0750-\u077f]/u

/** What such words are typed with and nobody sees: joiners, and marks of direction. */
const joiners = /[\u061c\u200c-\u200f]/u

/**
 * A text as it can be drawn: signs that no font here has, such as emoji, are left out. Null when letters would be
 * missing, or nothing is left: then no words are drawn, and no boxes.
 */
export function knownWords(text: string): string | null {
  const isShaped = needShaping(text)
  let words = ''
  for (const sign of text.normalize('NFC')) {
    if (known.test(sign) || knownFromRight.test(sign)) words += sign
    else if (joiners.test(sign)) words += isShaped ? sign : ''
    else if (/[\p{L}\p{M}\p{N}]/u.test(sign) && !/\p{Variation_Selector}/u.test(sign)) return null
  }
  return words.replace(/\s+/g, ' ').trim() || null
}

/** True for words with Arabic or Hebrew in them: `next/og` neither joins such letters nor turns their order. */
export function needShaping(words: string): boolean {
  return knownFromRight.test(words)
}

/** True when the first letter is one that is written from the right. */
export function beginFromRight(words: string): boolean {
  return needShaping(/\p{L}/u.exec(words)?.[0] ?? '')
}
