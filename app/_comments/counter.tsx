/** How much room is left for a text, from four fifths of the longest on. */
export function Counter({ length, longest }: { length: number; longest: number }) {
  if (length < longest * 0.8) return null
  const left = longest - length
  const characters = Math.abs(left) === 1 ? 'character' : 'characters'
  return (
    <p className="draft">{left < 0 ? `${-left} ${characters} too many` : `${left} ${characters} left`}</p>
  )
}
