import { FilledTextarea } from '@/components/filled-textarea'

type TextFieldProps = {
  name: string
  label: string
  hint?: string
  error?: string
  defaultValue?: string
  type?: 'text' | 'password'
  inputMode?: 'decimal'
  autoComplete?: string
  /** For a text of so many lines. */
  rows?: number
}

/** A labelled field of the studio: hint and error stand above it and are part of its description. */
export function TextField({ name, label, hint, error, rows, ...input }: TextFieldProps) {
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ')
  const shared = {
    id: name,
    name,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': described || undefined,
  }
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && <small id={`${name}-hint`}>{hint}</small>}
      {error && (
        <span className="err" id={`${name}-error`}>
          {error}
        </span>
      )}
      {rows === undefined ? (
        <input {...shared} {...input} />
      ) : (
        <FilledTextarea {...shared} rows={rows} defaultValue={input.defaultValue} />
      )}
    </div>
  )
}
