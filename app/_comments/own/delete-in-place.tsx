'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { deleteComment } from './own-actions'
import { ownWords } from './own-words'
import { sendOwn } from './send-own'

type DeleteInPlaceProps = { slug: string; id: string; onDeleted: () => void; onKeep: () => void }

/** Asks once more, with the focus on the button that changes nothing. */
export function DeleteInPlace({ slug, id, onDeleted, onKeep }: DeleteInPlaceProps) {
  const keep = useRef<HTMLButtonElement>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isDeleting, setIsDeleting] = useState(false)

  useEffect(() => keep.current?.focus(), [])

  async function remove(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isDeleting) return
    const data = new FormData(event.currentTarget)
    setTrouble(null)
    setIsDeleting(true)
    const answer = await sendOwn(deleteComment, data)
    setIsDeleting(false)
    if (answer.status === 'deleted') onDeleted()
    else if (answer.status === 'failed') setTrouble(ownWords.notDeleted)
    else if ('message' in answer) setTrouble(answer.message)
  }

  return (
    <form className="own-ask" onSubmit={remove}>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={id} />
      <p id={`delete-${id}`}>{ownWords.confirm}</p>
      {trouble && (
        <p className="err" role="alert">
          {trouble}
        </p>
      )}
      <div className="go">
        <button className="btn" type="button" ref={keep} aria-describedby={`delete-${id}`} onClick={onKeep}>
          Keep it
        </button>
        <button className="btn btn-away" type="submit" aria-disabled={isDeleting || undefined}>
          Delete it
        </button>
      </div>
    </form>
  )
}
