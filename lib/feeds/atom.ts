import { generateAtomFeed } from 'feedsmith'
import { site } from '../../content/site'
import { changeOf, nameOf, newestChange, type PostFeed } from './post-feed'

/** An Atom 1.0 feed (RFC 4287) with the full text of its posts. One without posts changed last when time began: it must say when. */
export function atom({ title, description, path, pagePath, siteUrl, posts }: PostFeed): string {
  const address = siteUrl + encodeURI(path)
  return generateAtomFeed({
    id: address,
    title: { value: title },
    subtitle: { value: description },
    updated: newestChange(posts) ?? new Date(0),
    authors: [{ name: site.author, uri: siteUrl }],
    links: [
      { href: address, rel: 'self', type: 'application/atom+xml' },
      { href: siteUrl + encodeURI(pagePath), rel: 'alternate', type: 'text/html' },
    ],
    entries: posts.map(({ post, html }) => ({
      id: nameOf(post, siteUrl),
      title: { value: post.title },
      links: [{ href: `${siteUrl}/posts/${post.slug}`, rel: 'alternate', type: 'text/html' }],
      published: new Date(post.publishedAt),
      updated: changeOf(post),
      summary: { value: post.description },
      categories: post.tags.map((term) => ({ term })),
      content: { value: html, type: 'html' },
      xml: post.lang === null ? undefined : { lang: post.lang },
    })),
    xml: { lang: site.language },
  })
}
