type HomeCardProps = { author: string; profiles: string[] }

/**
 * Whose blog this is, for machines: the representative h-card of the site (microformats.org/wiki/representative-h-card),
 * and the pages elsewhere that are the author's too. A network that is named here takes it as proof (rel=me).
 */
export function HomeCard({ author, profiles }: HomeCardProps) {
  return (
    <>
      <a className="p-name u-url u-uid" href="/" hidden>
        {author}
      </a>
      {profiles.map((profile) => (
        <link key={profile} rel="me" href={profile} />
      ))}
    </>
  )
}
