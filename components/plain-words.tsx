/** What stands in for the buttons that need JavaScript: words and address in a field, to be copied by hand. */
export function PlainWords({ text, label }: { text: string; label: string }) {
  return <input className="plain-words unscripted" readOnly value={text} aria-label={label} />
}
