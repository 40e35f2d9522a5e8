import type { KeptRules } from '../../lib/comments/site-rules'

/** Rules of a site whose author has set none. */
export const asTheyCome: KeptRules = {
  holdFirst: true,
  links: 2,
  flood: { count: 3, minutes: 2 },
  quickest: 2_000,
  holdWords: 'loan',
  spamWords: 'casino',
}
