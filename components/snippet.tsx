import type { Piece } from '@/lib/search/cut-snippet'

/** A passage of a post, with the words that were searched marked. */
export function Snippet({ pieces }: { pieces: Piece[] }) {
  return (
    <p className="say">
      {pieces.map(({ text, isHit }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text, which never move
        isHit ? <mark key={index}>{text}</mark> : text,
      )}
    </p>
  )
}
