type NavigationItem = { label: string; href: string }

/** At most `count` comments in any window of `minutes`. */
export type RateLimit = { count: number; minutes: number }

/** The shape of `content/site.ts`: everything that makes this blog its author's own. */
export type Site = {
  name: string
  /** The line under the name. */
  line: string
  /** One paragraph of welcome on the home page. */
  welcome: string
  /** One paragraph in the foot of every page. */
  about: string
  /** The author's name under posts and beside the author's own comments. */
  author: string
  /** BCP 47, for `<html lang>`, dates and sorting. */
  language: string
  /** IANA zone in which the dates of posts are read and shown. */
  timeZone: string
  /** The author's own account on X, named by quotes that are shared there; empty text leaves it out. */
  handles: { x: string }
  /** The author's pages elsewhere, whole addresses: home says that they are the same person, as Mastodon checks. */
  profiles: string[]
  /** Hosts whose links are paid for; subdomains count. */
  affiliateHosts: string[]
  navigation: NavigationItem[]
  foot: NavigationItem[]
  /** Three posts for a new reader, each with a sentence about why. */
  startHere: { slug: string; sentence: string }[]
  /** One sentence for the page of a tag; a tag without one shows none. */
  tags: Record<string, string>
  /** Addresses of what was taken down for good, each with its slash: they answer 410, and search engines forget them. */
  gone: string[]
  comments: {
    limits: { address: RateLimit; post: RateLimit; site: RateLimit }
    /** Whole days from a post's publication until it takes no more comments; null leaves every post open. */
    closeAfterDays: null | number
    /** Longest texts, in code points. */
    lengths: { body: number; name: number; email: number; website: number }
    /** Milliseconds on the form below which a writer was quick for a person: a hint, which holds nothing by itself. */
    quickest: number
    /** True when a comment waits until one of its writer, known by name and e-mail address, has been published. */
    holdFirst: boolean
    /** From so many links on a comment waits for the author. */
    links: number
    /** From so many comments of one writer on, the next within the time waits for the author. */
    flood: RateLimit
  }
}
