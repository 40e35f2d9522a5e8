/**
 * What machines ask of a post (microformats.org/wiki/h-entry) and no reader needs told: one blog, one author, and the
 * page they are on.
 */
export function EntryFacts({ author, url }: { author: string; url: string }) {
  return (
    <>
      <data className="u-url" value={url} />
      <a className="p-author h-card" href="/" hidden>
        {author}
      </a>
    </>
  )
}
