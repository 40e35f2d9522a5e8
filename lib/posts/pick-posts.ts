import type { Site } from '../site'
import type { Post } from './post'

type Pick = { post: Post; sentence: string }

/** The author's picks in their own order, each with its post. Picks that are not among `posts` (not public yet, or renamed) are left out. */
export function pickPosts(picks: Site['startHere'], posts: Post[]): Pick[] {
  return picks.flatMap(({ slug, sentence }) => {
    const post = posts.find((each) => each.slug === slug)
    return post ? [{ post, sentence }] : []
  })
}
