import { site } from '../../content/site'
import type { Rules } from './decide'
import { defaultHoldWords, defaultSpamWords } from './default-words'
import { readWords } from './find-words'

/** What `content/site.ts` says about comments, with the lists of words we begin with. */
export const siteRules: Rules = {
  ...site.comments,
  author: site.author,
  holdWords: readWords(defaultHoldWords),
  spamWords: readWords(defaultSpamWords),
}
