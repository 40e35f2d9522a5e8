import { refresh, revalidatePath } from 'next/cache'
import { after } from 'next/server'
import { describeError } from '@/db/describe-error'
import { findPause } from '@/db/find-pause'
import { listFirstPage, listFirstPageWith } from '@/db/first-page'
import { oncePerProcess } from '@/db/once-per-process'
import { listPagesChangedBy } from '@/lib/posts/list-pages-changed-by'
import { listPosts } from '@/lib/posts/list-posts'
import type { Post } from '@/lib/posts/post'
import { keepForWriter } from './page-for-writer'
import { pagesMade } from './pages-being-made'

/**
 * Makes the page of a post again after its comments changed. Call it after the commit, and answer the writer
 * when it resolves. Next gives a page that is being made to everybody who asks meanwhile, and dates it by its
 * end: one that was read before the commit would pass for newer than this call. So none of those may be left.
 * Where its comments cannot be read the page is left as it is. Never rejects.
 */
export async function remakePost(post: Pick<Post, 'id' | 'slug'>): Promise<void> {
  if (await keepOrSay(post.id, [listFirstPage(post.id), findPause()])) await remake(post)
}

async function remake({ slug }: Pick<Post, 'slug'>): Promise<void> {
  const path = `/posts/${slug}`
  await pagesMade(path)
  revalidatePath(path)
}

/**
 * As `remakePost`, after something that readers saw was changed or taken away: home quotes the newest comments, and
 * must not go on doing so. A new comment may be a minute late there.
 */
export async function remakeWithHome(post: Pick<Post, 'id' | 'slug'>): Promise<void> {
  revalidatePath('/')
  await remakePost(post)
}

/** By slug: how many writers have not been answered yet. */
const writers = oncePerProcess('writers', () => new Map<string, number>())

/**
 * Makes the page of a post again for whoever has just written comment `number` on it, as `remakePost` does, and gives
 * the end of the address of the page where that stands. One who repeats a
 * comment has it made only while the first writer still waits (null otherwise): to send the same words again and
 * again must cost readers nothing. Null, too, where the comments cannot be read.
 */
export async function remakeForWriter(
  post: Pick<Post, 'id' | 'slug'>,
  number: number,
  repeated: boolean,
): Promise<string | null> {
  const waiting = writers.get(post.slug) ?? 0
  if (repeated && waiting === 0) {
    refresh()
    return null
  }
  if (!repeated) {
    writers.set(post.slug, waiting + 1)
    after(() => {
      const left = (writers.get(post.slug) ?? 1) - 1
      if (left > 0) writers.set(post.slug, left)
      else writers.delete(post.slug)
    })
  }
  // The pause was read before the comment was taken.
  const found = await keepOrSay(post.id, [listFirstPageWith(post.id, number)])
  if (!found) return null
  await remake(post)
  keepForWriter(post.id, found.page)
  return found.suffix
}

/**
 * Makes the pages again that a post changed by becoming public, and no others: a page that is given up for nothing
 * is one more that cannot be made while the database is away. Lists can, without their counts.
 */
export async function remakePagesWith(post: Post): Promise<void> {
  const { posts, lists } = await listPagesChangedBy(post)
  for (const path of lists) revalidatePath(path)
  await Promise.all(posts.map(remakePost))
}

/** How many posts are read at once: readers need connections, too. */
const atOnce = 6

/**
 * Makes the pages of all posts again after what every one of them says changed: whether comments are taken. One tag gives
 * them up together; where one of them cannot be read all stay as they are, and are made again by their own clock. The
 * pause and the newest posts are read last: of more than some five hundred the others are not kept (`keepLastGood`).
 */
export async function remakeEveryPost(): Promise<void> {
  const posts = (await listPosts()).toReversed()
  for (let from = 0; from < posts.length; from += atOnce) {
    const some = posts.slice(from, from + atOnce)
    const pages = await Promise.all(some.map(({ id }) => keepOrSay(id, [listFirstPage(id)])))
    if (pages.includes(null)) return
  }
  await findPause()
  await Promise.all(posts.map(({ slug }) => pagesMade(`/posts/${slug}`)))
  revalidatePath('/(site)/posts/[slug]', 'page')
}

/**
 * Waits for what the page of a post is made of, so that this process has it to fall back on, and whoever asks for the
 * page within a second waits for no query. A page that was given up and
 * cannot be made again is a bare 500 until the database is back; one that was not stays as it is, and is made
 * again by its own clock.
 */
async function keepOrSay<Read>(
  postId: string,
  reading: [Promise<Read>, ...Promise<unknown>[]],
): Promise<Read | null> {
  try {
    const [read] = await Promise.all(reading)
    return read
  } catch (error) {
    console.error(`The page of ${postId} is left as it is: ${describeError(error)}`)
    return null
  }
}
