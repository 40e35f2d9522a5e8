import type { Metadata } from 'next'
import { LostPage } from '@/components/lost-page'
import { site } from '@/content/site'
import { listPosts } from '@/lib/posts/list-posts'
import { pickPosts } from '@/lib/posts/pick-posts'

export const revalidate = 60

export const metadata: Metadata = {
  title: `Unpicked for good · ${site.name}`,
  description: 'What stood here was taken down.',
  robots: { index: false },
}

/** Where the addresses in `site.gone` lead on to. */
export default async function GonePage() {
  const picks = pickPosts(site.startHere, await listPosts())
  return (
    <LostPage site={site} posts={picks.map(({ post }) => post)}>
      What stood here was unpicked for good, and nobody will sew it up again. The wool went into other things.
    </LostPage>
  )
}
