'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { findFieldError, type Lengths } from '@/lib/comments/fields'
import { EditFields } from './edit-fields'
import { openEdits } from './open-edits'
import { editComment } from './own-actions'
import type { ShownOwn } from './own-schema'
import { ownWords } from './own-words'
import { sendOwn } from './send-own'

type EditInPlaceProps = {
  slug: string
  /** Its `secondsLeft` as of now. */
  own: ShownOwn
  lengths: Lengths
  onSaved: (own: ShownOwn | null) => void
  onCancel: () => void
}

type Trouble = { message: string; isInvalid: boolean }

/**
 * The text of a comment in a form, where it stood. Whatever goes wrong, what was typed stays in it. One that comes with
 * the page, with words that were kept on this device, leaves the focus where it is.
 */
export function EditInPlace({ slug, own, lengths, onSaved, onCancel }: EditInPlaceProps) {
  const form = useRef<HTMLFormElement>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const [isAsked] = useState(openEdits.has(own.id))

  useEffect(() => {
    if (!isAsked) return
    const text = form.current?.querySelector('textarea')
    text?.focus()
    text?.setSelectionRange(text.value.length, text.value.length)
  }, [isAsked])

  function complain(trouble: Trouble) {
    setTrouble(trouble)
    form.current?.querySelector('textarea')?.focus()
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSaving) return
    const data = new FormData(event.currentTarget)
    const error = findFieldError('body', String(data.get('body')), lengths)
    if (error) return complain({ message: error, isInvalid: true })
    setTrouble(null)
    setIsSaving(true)
    const answer = await sendOwn(editComment, data)
    setIsSaving(false)
    if (answer.status === 'saved') onSaved(answer.own)
    else if ('message' in answer)
      complain({ message: answer.message, isInvalid: answer.status === 'invalid' })
  }

  return (
    <form
      className="own-form"
      ref={form}
      onSubmit={save}
      onInput={(event) => openEdits.set(own.id, String(new FormData(event.currentTarget).get('body')))}
      noValidate
    >
      <EditFields
        slug={slug}
        own={own}
        typed={openEdits.get(own.id)}
        error={trouble?.message ?? null}
        isInvalid={trouble?.isInvalid ?? false}
        isSaving={isSaving}
      >
        <div className="go">
          <button className="btn btn-1" type="submit" aria-disabled={isSaving || undefined}>
            Save
          </button>
          <button className="btn" type="button" onClick={onCancel}>
            Cancel
          </button>
          <span className="draft" role="status">
            {isSaving && ownWords.saving}
          </span>
        </div>
      </EditFields>
    </form>
  )
}
