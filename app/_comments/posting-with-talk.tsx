'use client'

import type { ShownComment } from '@/components/comment-item'
import { toScript } from '@/components/json-ld'
import { textToPlain } from '@/lib/comments/text-to-plain'
import type { ShownThread } from './show-threads'

type PostingWithTalkProps = {
  /** The post, as `blogPosting` tells of it. */
  posting: { url: string }
  /** The very object that its comments are drawn from; null while nobody knows what was said. */
  threads: ShownThread[] | null
}

/**
 * A post for machines, with what was said under it (schema.org/Comment); of a comment that was removed nothing is told. It
 * is client code for its size: of server code all of it would stand in the payload, too, where the comments are already, and
 * what is there once is named there and not repeated. Only the server writes it, as no browser reads it, and React leaves
 * it as it is.
 */
export function PostingWithTalk({ posting, threads }: PostingWithTalkProps) {
  return (
    <script type="application/ld+json" suppressHydrationWarning>
      {typeof window === 'undefined' ? toScript({ ...posting, ...tellComments(threads, posting.url) }) : ''}
    </script>
  )
}

function tellComments(threads: ShownThread[] | null, url: string) {
  return threads && { comment: listComments(threads).map(toComment(url)) }
}

function listComments(threads: ShownThread[]): ShownComment[] {
  return threads.flatMap(({ comment, replies = [] }) => [
    ...('text' in comment ? [comment] : []),
    ...listComments(replies),
  ])
}

const toComment =
  (url: string) =>
  ({ number, name, at, text }: ShownComment) => ({
    '@type': 'Comment',
    url: `${url}#c-${number}`,
    author: { '@type': 'Person', name },
    datePublished: at,
    text: textToPlain(text),
  })
