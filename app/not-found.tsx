import type { Metadata } from 'next'
import { site } from '@/content/site'
import { listPosts } from '@/lib/posts/list-posts'
import { pickPosts } from '@/lib/posts/pick-posts'
import { Lost } from './lost'

export const metadata: Metadata = {
  title: { absolute: `This thread comes to nothing · ${site.name}` },
  description: 'The page was not found.',
}

/** Next carries this in the payload of every page, twice: so it is data, and no markup. */
export default async function NotFound() {
  const picks = pickPosts(site.startHere, await listPosts())
  return (
    <Lost
      posts={picks.map(({ post: { slug, title, description, dye, publishedAt, lang } }) => {
        return { slug, title, description, dye, publishedAt, ...(lang !== null && { lang }) }
      })}
    />
  )
}
