'use client'

import { useEffect, useRef } from 'react'
import { CommentText } from '@/components/comment-text'
import type { Block } from '@/lib/comments/parse-text'
import { answerId } from './problem'

type PreviewProps = { name: string; text: Block[]; onBack: () => void }

/** What the comment will look like: its text is read and drawn as that of a published one is. */
export function Preview({ name, text, onBack }: PreviewProps) {
  const box = useRef<HTMLElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each preview is an occasion of its own
  useEffect(() => box.current?.focus(), [text])

  return (
    <section className="preview sewn" id={answerId} tabIndex={-1} ref={box} aria-labelledby="preview-h">
      <h3 id="preview-h">Preview</h3>
      <article aria-label="How it will look">
        <bdi className="who">{name}</bdi>
        <CommentText blocks={text} />
      </article>
      <button className="quiet scripted" type="button" onClick={onBack}>
        Back to your text
      </button>
      <a className="quiet unscripted" href="#comment-body">
        Back to your text
      </a>
    </section>
  )
}
