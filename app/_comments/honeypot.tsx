import { honeypotField } from '@/lib/comments/honeypot'

/** A field that nobody sees or comes to, for programs that fill in every one. */
export function Honeypot() {
  return (
    <p className="vh">
      <label>
        Leave this field empty
        <input name={honeypotField} autoComplete="off" tabIndex={-1} />
      </label>
    </p>
  )
}
