import { languageOf } from '@/lib/posts/language'
import type { Post } from '@/lib/posts/post'
import { Stitch } from './stitch'
import { Swatch } from './swatch'

type PostScriptProps = {
  post: Pick<Post, 'slug' | 'title' | 'description' | 'dye' | 'lang'>
  /** Why the author picked it; null when it was found by its words. */
  sentence: string | null
  /** Kept for those who have read what is shown instead: `ReadPosts` brings it out. */
  isSpare: boolean
}

/** "You might enjoy": the whole card is clickable, the title is its one link. */
export function PostScript({ post, sentence, isSpare }: PostScriptProps) {
  return (
    <aside className="ps" aria-label="You might enjoy" hidden={isSpare} suppressHydrationWarning>
      <Stitch />
      <div>
        <p className="lead">
          <bdi>
            <i>P.S.</i> If you liked this, you might enjoy{' '}
            <a href={`/posts/${post.slug}`} {...languageOf(post)}>
              {post.title}
            </a>
            .
          </bdi>
        </p>
        <p>
          {sentence === null ? <bdi {...languageOf(post)}>{post.description}</bdi> : <bdi>{sentence}</bdi>}
        </p>
      </div>
      <Swatch seed={post.slug} cells={9} dye={post.dye} />
    </aside>
  )
}
