import { FilledTextarea } from '@/components/filled-textarea'
import type { FieldName } from '@/lib/comments/fields'

type FieldProps = {
  name: FieldName
  label: string
  hint: string
  error: string | undefined
  defaultValue: string | undefined
  type?: 'text' | 'email' | 'url'
  autoComplete?: string
  isOptional?: boolean
}

/** One labelled field of the form: hint and error stand above the input and are part of its description. */
export function Field({
  name,
  label,
  hint,
  error,
  defaultValue,
  type,
  autoComplete,
  isOptional,
}: FieldProps) {
  const id = `comment-${name}`
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const shared = {
    id,
    name,
    defaultValue,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': error ? `${errorId} ${hintId}` : hintId,
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="font-normal"> (optional)</span>}
      </label>
      <small id={hintId}>{hint}</small>
      {error && (
        <span className="err" id={errorId}>
          {error}
        </span>
      )}
      {name === 'body' ? (
        <FilledTextarea {...shared} rows={6} dir="auto" />
      ) : (
        <input
          {...shared}
          type={type}
          autoComplete={autoComplete}
          dir={type === 'text' ? 'auto' : undefined}
        />
      )}
    </div>
  )
}
