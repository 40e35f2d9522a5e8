import { FilledTextarea } from '@/components/filled-textarea'
import { honeypotField } from '@/lib/comments/honeypot'

type EditFieldsProps = {
  slug: string
  id: string
  body: string
  /** What is wrong with the text, or with saving it. */
  error: string | null
  /** True when the text itself is wrong. */
  isInvalid: boolean
}

/** What a form that changes a comment holds, with and without JavaScript. */
export function EditFields({ slug, id, body, error, isInvalid }: EditFieldsProps) {
  const field = `edit-${id}`
  return (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={id} />
      <div className="field">
        <label htmlFor={field}>Edit your comment</label>
        {error && (
          <span className="err" id={`${field}-error`} role="alert">
            {error}
          </span>
        )}
        <FilledTextarea
          id={field}
          name="body"
          rows={6}
          dir="auto"
          defaultValue={body}
          aria-invalid={isInvalid || undefined}
          aria-describedby={error ? `${field}-error` : undefined}
        />
      </div>
      <p className="vh">
        <label>
          Leave this field empty
          <input name={honeypotField} autoComplete="off" tabIndex={-1} />
        </label>
      </p>
    </>
  )
}
