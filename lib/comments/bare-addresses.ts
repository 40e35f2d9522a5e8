import MarkdownIt from 'markdown-it'

/** Names that look like files more often than like sites, unless a path follows: `notes.md`, `setup.py`. */
const fileEnding = /\.(?:ai|bat|cc|cs|hs|in|js|md|mm|pl|ps|py|rb|rs|sh|so|st|ts|vi)$/i
/** A space forgotten between two sentences: `lovely.It`. */
const sentenceStart = /\.\p{Lu}\p{Ll}+$/u
/** What linkify-it does not know by itself: it comes with the countries and the oldest of the others. */
const furtherEndings =
  'agency app art bet bid blog casino click cloud club dating dev digital email example fun games group guru life link live loan loans ltd market media men money monster network news online page party press promo pub review rocks sale services site social solutions space store stream studio support systems team tech tips today top trade vip website win wiki work world xyz zone'

const linkify = new MarkdownIt('zero', { linkify: true }).linkify
  .set({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: false })
  .tlds(furtherEndings.split(' '), true)

/** Addresses typed without `https://` or `mailto:`, as a reader would see them in the text. Those with it are not among the sites. */
export function findBareAddresses(text: string): { sites: string[]; mails: string[] } {
  const matches = linkify.match(text) ?? []
  return {
    sites: matches.filter(({ schema, text }) => schema === '' && isSite(text)).map(({ text }) => text),
    mails: matches.filter(({ schema }) => schema === 'mailto:').map(({ text }) => text),
  }
}

function isSite(address: string): boolean {
  return /^www\./i.test(address) || !(fileEnding.test(address) || sentenceStart.test(address))
}
