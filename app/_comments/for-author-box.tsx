type ForAuthorBoxProps = { author: string; isTicked: boolean | undefined; offersLetters: boolean }

/** "Just for the author": what is sent with it is never published. */
export function ForAuthorBox({ author, isTicked, offersLetters }: ForAuthorBoxProps) {
  return (
    <label className="check">
      <input type="checkbox" name="forAuthor" defaultChecked={isTicked} />
      <span>
        Just for the author.{' '}
        <span className="meta">
          Only {author} reads it. It is never published.
          {offersLetters && ' Leave an address for an answer.'}
        </span>
      </span>
    </label>
  )
}
