import { type ReactNode, useEffect } from 'react'
import { KeptNote } from '@/app/_comments/kept-note'
import type { Keeping } from '@/app/_comments/kept-words'
import { showField, useKeptWords } from '@/app/_comments/use-kept-words'
import { FilledTextarea } from '@/components/filled-textarea'

/** What was wrong with what was typed beside a comment, and in which of its fields. */
export type Mistake = { field: 'reply' | 'body'; problem: string }

type TypedFieldProps = {
  id: string
  name: Mistake['field']
  label: string
  hint: ReactNode
  /** Null when nothing is wrong with it. */
  mistake: Mistake | null
  /** Whether every new one takes the focus: it stays with the list while letters are pressed there. */
  takesFocus: boolean
  keeping: Keeping
  /** What was typed, when it was not taken. */
  typed: string | undefined
  /** What sends it: the next after the field for whoever goes on by the keys, before what discards it. */
  children: ReactNode
}

/** A text that the author types beside a comment. What is wrong with it stands above it and is part of its description. */
export function TypedField({
  id,
  name,
  label,
  hint,
  mistake,
  takesFocus,
  keeping,
  typed,
  children,
}: TypedFieldProps) {
  const { note, take, discard } = useKeptWords(id, keeping)
  const hintId = hint ? `${id}-hint` : null
  const errorId = mistake ? `${id}-error` : null

  useEffect(() => {
    if (mistake) showField(id, takesFocus)
  }, [mistake, takesFocus, id])

  return (
    <>
      <div className="composer field">
        <label htmlFor={id}>{label}</label>
        {hintId && <small id={hintId}>{hint}</small>}
        {mistake && errorId && (
          <span className="err" id={errorId}>
            {mistake.problem}
          </span>
        )}
        <FilledTextarea
          id={id}
          name={name}
          rows={4}
          defaultValue={typed ?? keeping.before}
          onInput={(event) => take(event.currentTarget.value)}
          // Without JavaScript this is how the focus gets to what is wrong.
          autoFocus={mistake !== null && takesFocus}
          aria-invalid={mistake ? true : undefined}
          aria-describedby={[errorId, hintId].filter((each) => each !== null).join(' ') || undefined}
        />
      </div>
      {children}
      {note && <KeptNote kept={note} onDiscard={discard} />}
    </>
  )
}
