'use client'

import { useActionState } from 'react'
import { KeptText } from '@/app/_comments/kept-text'
import { EditFields, type FieldsOf } from './edit-fields'
import { deleteComment, editComment } from './own-actions'
import { idle, type OwnState } from './own-state'
import { ownWords } from './own-words'

type OwnDeedsProps = {
  slug: string
  /** Null when its time is over, or for another browser: then there is only what a form was answered with. */
  own: FieldsOf | null
}

/** Both deeds as plain forms, for the receipt: without JavaScript each unfolds, and is a POST. */
export function OwnDeeds({ slug, own }: OwnDeedsProps) {
  // Never bind the actions here: a POST without JavaScript would loop for ever (architecture.md §2).
  const [edited, edit] = useActionState(editComment, idle, '#edit')
  const [deleted, remove] = useActionState(deleteComment, idle, '#delete')
  const editTrouble = troubleOf(edited)
  const deleteTrouble = troubleOf(deleted)
  if (own === null) {
    const typed = 'body' in edited ? edited.body : ''
    return (
      <div className="own-deeds">
        <Trouble words={editTrouble ?? deleteTrouble} />
        {typed !== '' && <KeptText text={typed} />}
      </div>
    )
  }
  return (
    <div className="own-deeds">
      <details id="edit" open={editTrouble !== null}>
        <summary className="quiet">Edit</summary>
        <form className="own-form" action={edit} noValidate>
          {/* When it is saved this page comes again, with another text to begin from. */}
          <EditFields
            key={own.body}
            slug={slug}
            own={own}
            typed={textOf(edited)}
            error={editTrouble}
            isInvalid={edited.status === 'invalid'}
          >
            <div className="go">
              <button className="btn btn-1" type="submit">
                Save
              </button>
            </div>
          </EditFields>
        </form>
      </details>
      <details id="delete" open={deleteTrouble !== null}>
        <summary className="quiet">Delete</summary>
        <form className="own-ask" action={remove}>
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="id" value={own.id} />
          <p>{ownWords.confirm}</p>
          <Trouble words={deleteTrouble} />
          <div className="go">
            <button className="btn btn-away" type="submit">
              Delete it
            </button>
          </div>
        </form>
      </details>
    </div>
  )
}

function Trouble({ words }: { words: string | null }) {
  return (
    words && (
      <p className="err" role="alert">
        {words}
      </p>
    )
  )
}

/** What was typed, unless it was too much to be sent back. */
function textOf(state: OwnState): string | undefined {
  if (state.status === 'invalid') return state.body
  return ('body' in state && state.body) || undefined
}

function troubleOf(state: OwnState): string | null {
  return 'message' in state ? state.message : null
}
