import { type ReactNode, useEffectEvent, useLayoutEffect, useState } from 'react'
import { Honeypot } from '@/app/_comments/honeypot'
import { KeptNote } from '@/app/_comments/kept-note'
import { useKeptWords } from '@/app/_comments/use-kept-words'
import { FilledTextarea } from '@/components/filled-textarea'
import { type EditedOwn, forgetSavedEdit, keepingOfEdit } from './kept-edits'
import type { ShownOwn } from './own-schema'

/** What of a comment the form wants to know. */
export type FieldsOf = EditedOwn & Pick<ShownOwn, 'beforeEdit'>

type EditFieldsProps = {
  slug: string
  own: FieldsOf
  /** What was typed and could not be saved; undefined when nothing was. */
  typed?: string
  /** What is wrong with the text, or with saving it. */
  error: string | null
  /** True when the text itself is wrong. */
  isInvalid: boolean
  /** Its words are on their way: what was typed meanwhile would go with the form. */
  isSaving?: boolean
  /** What saves it: the next after the field for whoever goes on by the keys, before what discards the text. */
  children: ReactNode
}

/**
 * What a form that changes a comment holds, with and without JavaScript. What is typed is kept on this device, and
 * stands in it again after a reload.
 */
export function EditFields({ slug, own, typed, error, isInvalid, isSaving, children }: EditFieldsProps) {
  const field = `edit-${own.id}`
  const forgetSaved = useEffectEvent(() => forgetSavedEdit(own))
  // Before what is kept comes back.
  useLayoutEffect(() => forgetSaved(), [])
  // On a page that was made for this form, `secondsLeft` stays as it was then.
  const [endsAt] = useState(() => Date.now() + own.secondsLeft * 1000)
  const { note, take, discard } = useKeptWords(field, { ...keepingOfEdit(own), time: endsAt - Date.now() })
  const hintId = own.beforeEdit ? `${field}-hint` : null
  const errorId = error ? `${field}-error` : null
  return (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={own.id} />
      <div className="field">
        <label htmlFor={field}>Edit your comment</label>
        {hintId && <small id={hintId}>{own.beforeEdit}</small>}
        {errorId && (
          <span className="err" id={errorId} role="alert">
            {error}
          </span>
        )}
        <FilledTextarea
          id={field}
          name="body"
          rows={6}
          dir="auto"
          defaultValue={typed ?? own.body}
          readOnly={isSaving}
          onInput={(event) => take(event.currentTarget.value)}
          aria-invalid={isInvalid || undefined}
          aria-describedby={[errorId, hintId].filter((each) => each !== null).join(' ') || undefined}
        />
      </div>
      {children}
      {note && <KeptNote kept={note} onDiscard={discard} />}
      <Honeypot />
    </>
  )
}
