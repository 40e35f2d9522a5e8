import type { LatelyWords } from './list-lately'

/** The beginnings of the newest comments, each with a link to where it stands. Nothing when there are none. */
export function Lately({ comments }: { comments: LatelyWords[] }) {
  if (comments.length === 0) return null
  return (
    <>
      <h2 className="mt-10">Lately, from the comments</h2>
      <ul>
        {comments.map(({ address, words, name, title }) => (
          <li key={address}>
            <p>
              “<bdi>{words}</bdi>”
            </p>
            <a className="meta mt-1 text-meta" href={address}>
              <bdi>{name}</bdi>, on <bdi>{title}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
