type ForAuthorBoxProps = { author: string; isTicked: boolean | undefined }

/** "Just for the author": what is sent with it is never published. */
export function ForAuthorBox({ author, isTicked }: ForAuthorBoxProps) {
  return (
    <label className="check">
      <input type="checkbox" name="forAuthor" defaultChecked={isTicked} />
      <span>
        Just for {author}. <span className="meta">It is never published.</span>
      </span>
    </label>
  )
}
