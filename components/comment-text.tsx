import type { ReactNode } from 'react'
import type { Block, Inline } from '@/lib/comments/parse-text'

/** The text of a comment as elements: its tree holds no HTML, so nothing typed can become markup. */
export function CommentText({ blocks }: { blocks: Block[] }) {
  return (
    <div className="e-content c-body" dir="auto">
      {blocks.map(toBlock)}
    </div>
  )
}

function toBlock(block: Block, index: number): ReactNode {
  if (Array.isArray(block)) return <p key={index}>{block.map(toInline)}</p>
  if (block.kind === 'quote') return <blockquote key={index}>{block.children.map(toBlock)}</blockquote>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and a keyboard must be able to scroll them
    <pre key={index} tabIndex={0}>
      <code>{block.text}</code>
    </pre>
  )
}

function toInline(inline: Inline, index: number): ReactNode {
  if (typeof inline === 'string') return inline
  if (inline.kind === 'break') return <br key={index} />
  if (inline.kind === 'code') return <code key={index}>{inline.text}</code>
  const children = inline.children.map(toInline)
  if (inline.kind === 'link') {
    return (
      <a key={index} href={inline.href} rel="ugc nofollow noopener">
        {children}
      </a>
    )
  }
  const Mark = inline.kind
  return <Mark key={index}>{children}</Mark>
}
