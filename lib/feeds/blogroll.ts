import { generateOpml } from 'feedsmith'
import { site } from '../../content/site'
import type { Regular } from '../comments/regular'

/**
 * The websites of the regulars as OPML 2.0 (https://opml.org/spec2.opml), for readers of feeds: with the feed that their
 * latest post was read from (`type="rss"`, which stands there for every format), or where none is known with `htmlUrl`
 * alone, from which some readers find it. What they last wrote there is a link below. Those without a website are left
 * out. This blog comes first, as a document must name one.
 */
export function blogroll(regulars: Regular[], siteUrl: string): string {
  const own = { text: site.name, type: 'rss', xmlUrl: `${siteUrl}/feed.xml`, htmlUrl: siteUrl }
  const others = regulars.flatMap(({ name, website, latestPost }) =>
    website === null
      ? []
      : [
          {
            text: latestPost?.blog ?? name,
            title: name,
            ...(latestPost?.feed && { type: 'rss', xmlUrl: latestPost.feed }),
            htmlUrl: website,
            outlines: linkTo(latestPost),
          },
        ],
  )
  return generateOpml({
    head: { title: `The regulars of ${site.name}`, dateModified: regulars[0]?.lastAt },
    body: { outlines: [own, ...others] },
  })
}

function linkTo(latestPost: Regular['latestPost']) {
  return latestPost ? [{ text: latestPost.title, type: 'link', url: latestPost.url }] : []
}
