import type { Site } from '../lib/site'

/** Change it here and it changes everywhere but in the texts of posts and pages. */
const name = 'Unpicked'

export const site: Site = {
  name,
  line: 'On what comes undone, and sewing it up again.',
  welcome:
    'I write here when something gives, about socks, promises, bread and other things that did not hold. Nobody is told to learn anything. The comments are the good part; do stay for them.',
  about: `${name} is one person writing about what comes undone, and sewing it up again. No adverts, no counting of readers, no letters you did not ask for.`,
  author: name,
  language: 'en-GB',
  timeZone: 'Europe/London',
  handles: { x: 'unpicked' },
  profiles: ['https://social.example/@unpicked'],
  affiliateHosts: ['haberdash.example', 'boundpages.example'],
  navigation: [
    { label: 'Archive', href: '/archive' },
    { label: 'Quotes', href: '/quotes' },
    { label: 'About', href: '/about' },
    { label: 'Search', href: '/search' },
  ],
  foot: [
    { label: 'Home', href: '/' },
    { label: 'Archive', href: '/archive' },
    { label: 'Quotes', href: '/quotes' },
    { label: 'Regulars', href: '/regulars' },
    { label: 'About', href: '/about' },
    { label: 'RSS', href: '/feed.xml' },
    { label: 'What I store', href: '/privacy' },
    { label: 'How I choose', href: '/disclosure' },
  ],
  startHere: [
    {
      slug: 'the-year-of-small-repairs',
      sentence: 'The long one. People have read it in the bath.',
    },
    {
      slug: 'a-kind-no',
      sentence: 'Sent on by strangers more than anything else here.',
    },
    {
      slug: 'four-letters-i-did-not-post',
      sentence: 'The first thing I wrote. I have left the mistakes in.',
    },
  ],
  tags: {
    failure: 'What came apart, and in whose hands. Mostly mine.',
    houses: 'Drawers, taps, gutters and landings: the things one knows by heart and walks round.',
    letters: 'Posted, unposted and pushed through the slats.',
    patience: 'Some of it a virtue. Most of it simply standing there.',
    people: 'They have all been asked, or have said that they do not mind.',
    shoes: 'A small subject with a lot of walking in it.',
    wool: 'Knitted, darned, eaten and undone.',
  },
  gone: ['/posts/ten-rules-for-mending'],
  comments: {
    limits: {
      address: { count: 5, minutes: 10 },
      post: { count: 30, minutes: 60 },
      site: { count: 300, minutes: 60 },
    },
    closeAfterDays: null,
    lengths: { body: 10_000, name: 80, email: 254, website: 500 },
    quickest: 2_000,
    holdFirst: true,
    links: 2,
    flood: { count: 3, minutes: 2 },
  },
}
