import { useId } from 'react'

/** What somebody wrote and cannot send from here any more, for them to take along. */
export function KeptText({ text }: { text: string }) {
  const id = useId()
  return (
    <div className="field mt-4">
      <label htmlFor={id}>What you wrote is still here, to keep</label>
      <textarea id={id} value={text} rows={6} dir="auto" readOnly />
    </div>
  )
}
