import type { Metadata } from 'next'
import { LostPage } from '@/components/lost-page'
import { LostWords } from '@/components/lost-words'
import { site } from '@/content/site'
import { listPosts } from '@/lib/posts/list-posts'
import { pickPosts } from '@/lib/posts/pick-posts'
import RootLayout, { viewport as ownViewport } from './layout'

export const metadata: Metadata = {
  title: `This thread comes to nothing · ${site.name}`,
  description: 'The page was not found.',
}

export const viewport = ownViewport

/** The lost page. It is no `not-found.tsx`, which Next carries in the payload of every page, twice. */
export default async function GlobalNotFound() {
  const picks = pickPosts(site.startHere, await listPosts())
  return (
    <RootLayout>
      <LostPage site={site} posts={picks.map(({ post }) => post)}>
        The page may have been renamed, or unpicked. It happens to the best of seams.
      </LostPage>
      <LostWords />
    </RootLayout>
  )
}
