'use client'

import { useEffect, useRef } from 'react'
import type { z } from 'zod/mini'
import { RemovedComment } from '@/components/comment-item'
import { forgetOldEdits } from './kept-edits'
import { forgetMine, setPlace } from './mine-store'
import { openEdits } from './open-edits'
import { OwnActs } from './own-acts'
import { OwnComment } from './own-comment'
import { mineSchema, type ShownOwn } from './own-schema'
import { ownWords, stateWords, whyWords } from './own-words'
import { type Own, placeOwn } from './place-own'

type Mine = z.output<typeof mineSchema>
/** `endsAt` as `performance.now()` counts. */
type Timed = Own & { endsAt: number }

/** What is on the page now. */
let shown: Timed[] = []

/**
 * Asks what this browser wrote under a post, and puts it among the comments of the page. Leaves the page as it is
 * when there is no answer; rejects when nobody can be reached.
 */
export async function showMine(slug: string): Promise<void> {
  const answer = await fetch(`/posts/${slug}/mine`, { cache: 'no-store' })
  if (!answer.ok) return
  const mine = mineSchema.parse(await answer.json())
  forgetOldEdits()
  if (mine.comments.length === 0) forgetMine(slug)
  show(slug, mine, keepOpen(mine.comments.map(toTimed)))
}

/** One that is being edited stays where and what it is, whatever became of it meanwhile: nobody types into a form that goes. */
function keepOpen(comments: Timed[]): Timed[] {
  const kept = comments.filter(({ id }) => !openEdits.has(id) || !shown.some((one) => one.id === id))
  for (const [index, one] of shown.entries()) if (openEdits.has(one.id)) kept.splice(index, 0, one)
  return kept
}

function toTimed(own: ShownOwn): Timed {
  return { ...own, isGone: false, endsAt: performance.now() + own.secondsLeft * 1000 }
}

function show(slug: string, mine: Mine, comments: Timed[]): void {
  const { author, lengths } = mine
  shown = comments
  const change = (id: string, other: Timed) =>
    show(
      slug,
      mine,
      shown.map((one) => (one.id === id ? other : one)),
    )

  function acts(own: Own) {
    const timed = comments.find(({ id }) => id === own.id)
    if (!timed) return null
    return (
      <OwnActs
        slug={slug}
        own={own}
        lengths={lengths}
        endsAt={timed.endsAt}
        why={own.isHeld ? whyWords(author, own.forAuthor) : null}
        onSaved={(saved) => {
          if (!saved) return void showMine(slug)
          change(own.id, toTimed(saved))
          focusOn(saved)
        }}
        onCancelled={() => void showMine(slug)}
        onDeleted={() => change(own.id, { ...timed, isGone: true })}
      />
    )
  }
  const draw = {
    foot: acts,
    held: (own: Own, isApart: boolean) => (
      <OwnComment own={own} state={stateWords(own.forAuthor)} slug={slug} isApart={isApart}>
        {acts(own)}
      </OwnComment>
    ),
    gone: (own: Own, isTombstone: boolean) => (
      <>
        {isTombstone && own.number !== null && <RemovedComment number={own.number} />}
        <DeletedNote />
      </>
    ),
  }
  setPlace((threads, isMore) =>
    comments
      .filter(({ isHeld, isGone }) => !isMore || !(isHeld || isGone))
      .reduce((placed, own) => placeOwn(placed, own, draw), threads),
  )
}

/** Stands where the comment did, and takes the focus that was on its button. */
function DeletedNote() {
  const note = useRef<HTMLParagraphElement>(null)
  useEffect(() => note.current?.focus(), [])
  return (
    <p className="told" tabIndex={-1} ref={note}>
      {ownWords.deleted}
    </p>
  )
}

/** The form is gone, and the button that was pressed with it: the focus goes to what was changed. */
function focusOn({ id, number, isHeld }: ShownOwn): void {
  requestAnimationFrame(() => {
    const article = document.getElementById(isHeld ? `own-${id}` : `c-${number}`)
    if (!article) return
    article.tabIndex = -1
    article.focus()
  })
}
