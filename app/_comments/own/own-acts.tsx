'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Lengths } from '@/lib/comments/fields'
import { sayTimeLeft } from '@/lib/comments/say-time-left'
import { DeleteInPlace } from './delete-in-place'
import { EditInPlace } from './edit-in-place'
import { forgetEdit, hasKeptEdit } from './kept-edits'
import { openEdits } from './open-edits'
import type { ShownOwn } from './own-schema'

type OwnActsProps = {
  slug: string
  own: ShownOwn
  lengths: Lengths
  /** When it can be changed no more, in milliseconds as `performance.now()` counts them. */
  endsAt: number
  /** Who sees the comment, when that is not everybody. */
  why: string | null
  onSaved: (own: ShownOwn | null) => void
  /** The comment may have become another while its form was open. */
  onCancelled: () => void
  onDeleted: () => void
}

/** What its writer is told under a comment, and what they may do with it while there is time. */
export function OwnActs({ slug, own, lengths, endsAt, why, onSaved, onCancelled, onDeleted }: OwnActsProps) {
  const secondsLeft = useSecondsLeft(endsAt)
  const now = { ...own, secondsLeft }
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(() =>
    openEdits.has(own.id) || hasKeptEdit(now) ? 'edit' : null,
  )
  const edit = useRef<HTMLButtonElement>(null)
  const remove = useRef<HTMLButtonElement>(null)
  const returnTo = useRef<RefObject<HTMLButtonElement | null> | null>(null)

  useEffect(() => {
    if (doing === null) returnTo.current?.current?.focus()
  }, [doing])

  function openEdit() {
    openEdits.set(own.id, own.body)
    setDoing('edit')
  }

  function close(button: typeof edit | null) {
    openEdits.delete(own.id)
    forgetEdit(own)
    returnTo.current = button
    setDoing(null)
  }

  const isChangeable = secondsLeft > 0
  return (
    <>
      {(why || isChangeable) && (
        <p className="why">
          {why} {isChangeable && `You can edit it for another ${sayTimeLeft(secondsLeft)}.`}
        </p>
      )}
      {doing === 'edit' && (
        <EditInPlace
          slug={slug}
          own={now}
          lengths={lengths}
          onSaved={(saved) => {
            close(null)
            onSaved(saved)
          }}
          onCancel={() => {
            close(edit)
            onCancelled()
          }}
        />
      )}
      {doing === 'delete' && (
        <DeleteInPlace slug={slug} id={own.id} onDeleted={onDeleted} onKeep={() => close(remove)} />
      )}
      {doing === null && isChangeable && (
        <p className="acts">
          <button className="quiet" type="button" ref={edit} onClick={openEdit}>
            Edit
          </button>
          <button className="quiet" type="button" ref={remove} onClick={() => setDoing('delete')}>
            Delete
          </button>
        </p>
      )}
    </>
  )
}

/** Counts down by whole minutes, which is what is said. */
function useSecondsLeft(endsAt: number): number {
  const [now, setNow] = useState(() => performance.now())
  const left = Math.max(0, endsAt - now)

  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setNow(performance.now()), (left % 60_000) + 20)
    return () => clearTimeout(timer)
  }, [left])

  return Math.ceil(left / 1000)
}
