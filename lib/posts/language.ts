/** Scripts that are written from right to left, by their ISO 15924 codes. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/**
 * The attributes of an element that holds words of a post: its language (BCP 47) and the direction it is written in.
 * None for a post in the language of the site, whose `lang` is null.
 */
export function languageOf({ lang }: { lang?: string | null }) {
  return lang ? { lang, dir: directionOf(lang) } : {}
}

/**
 * The language that all of these are in: posts with a tag, or tags of a post. Null for the site's, for several, and for none.
 */
export function sharedLanguage(all: readonly { lang: string | null }[]): string | null {
  const lang = all[0]?.lang ?? null
  return all.every((each) => each.lang === lang) ? lang : null
}

function directionOf(lang: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(lang).maximize()
  return script !== undefined && rightToLeft.has(script) ? 'rtl' : 'ltr'
}
