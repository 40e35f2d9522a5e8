/**
 * What machines ask of a post (microformats.org/wiki/h-entry) and no reader needs told: one blog, one author, and the
 * page they are on. Its link has no words, and is nowhere on a screen; on paper, where a link says where it leads, it is
 * the address of the post, which is whole: `https://…`.
 */
export function EntryFacts({ author, url }: { author: string; url: string }) {
  return (
    <>
      {/* biome-ignore lint/a11y/useAnchorContent: it is inert, so no key, pointer or screen reader comes to it: machines read it, and paper */}
      <a className="u-url" href={url} inert />
      <a className="p-author h-card" href="/" hidden>
        {author}
      </a>
    </>
  )
}
