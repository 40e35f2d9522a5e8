'use client'

import { useActionState } from 'react'
import { KeptText } from '@/app/_comments/kept-text'
import { EditFields, type FieldsOf } from '@/app/_comments/own/edit-fields'
import { idle } from '@/app/_comments/own/own-state'
import { editMine } from './actions'

/** A comment that can be changed; or why it cannot, and then there is only what a form was answered with. */
type EditMineProps = { slug: string; own: FieldsOf } | { whyNot: string }

/** The text of a comment in a form. Whatever goes wrong, what was typed stays here, unless it is far too much. */
export function EditMine(props: EditMineProps) {
  // Never bind the action here: a POST without JavaScript would loop for ever (architecture.md §2). By its address the
  // answer is found wherever on the page this stands.
  const [state, edit] = useActionState(editMine, idle, '#edit')
  const typed = 'body' in state ? state.body : ''
  const error = 'message' in state ? state.message : null
  if ('whyNot' in props) {
    return (
      <>
        {error !== props.whyNot && <p>{props.whyNot}</p>}
        {error && (
          <p className="err" role="alert">
            {error}
          </p>
        )}
        {typed !== '' && <KeptText text={typed} />}
      </>
    )
  }
  return (
    <form className="own-form" action={edit} noValidate>
      <EditFields
        slug={props.slug}
        own={props.own}
        typed={state.status === 'invalid' ? typed : typed || undefined}
        error={error}
        isInvalid={state.status === 'invalid'}
      >
        <div className="go">
          <button className="btn btn-1" type="submit">
            Save
          </button>
        </div>
      </EditFields>
    </form>
  )
}
