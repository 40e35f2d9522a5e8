'use client'

import { useActionState } from 'react'
import { EditFields } from '@/app/_comments/own/edit-fields'
import { idle } from '@/app/_comments/own/own-state'
import { editMine } from './actions'

/** The text of a comment in a form. Whatever goes wrong, what was typed stays in it, unless it is far too much. */
export function EditMine({ slug, id, body }: { slug: string; id: string; body: string }) {
  // Never bind the action here: a POST without JavaScript would loop for ever (architecture.md §2).
  const [state, edit] = useActionState(editMine, idle)
  const typed = 'body' in state ? state.body : null
  return (
    <form className="own-form" action={edit} noValidate>
      <EditFields
        slug={slug}
        id={id}
        body={(state.status === 'invalid' ? typed : typed || body) ?? body}
        error={'message' in state ? state.message : null}
        isInvalid={state.status === 'invalid'}
      />
      <div className="go">
        <button className="btn btn-1" type="submit">
          Save
        </button>
      </div>
    </form>
  )
}
