import type { Metadata } from 'next'
import { readRegulars } from '@/app/_comments/regulars'
import { RegularRow } from '@/components/regular-row'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import { fewestComments } from '@/db/regulars'
import { pageMetadata } from '@/lib/head/page-metadata'

export const revalidate = 60

export const metadata: Metadata = pageMetadata({
  title: 'The regulars',
  description: 'People who come back and say something, and where they write themselves.',
  path: '/regulars',
})

export default async function RegularsPage() {
  const regulars = await readRegulars('/regulars')
  const isEmpty = regulars.length === 0
  return (
    <SiteFrame site={site} skipTo="the list" current="/regulars" scripts="none">
      <div className="grid">
        <div className="page-head">
          <h1>The regulars</h1>
          <p>
            {isEmpty
              ? 'Nobody is named here yet. The chairs are out.'
              : 'People who come back and say something, and what they last wrote at home. Each stitch is a comment of theirs; whoever spoke last stands first.'}
          </p>
          <p className="meta">
            With {fewestComments} published comments you may stand here, if you like: press “Name me there”
            under <a href="/my-comments">My comments</a>. Nobody is named who has not asked.
            {!isEmpty && (
              <>
                {' '}
                For your reader of feeds: the <a href="/blogroll.opml">blogroll as OPML</a>.
              </>
            )}
          </p>
        </div>
      </div>
      {!isEmpty && (
        <div className="grid">
          <ol className="regulars">
            {regulars.map((regular, index) => (
              // Nothing that tells one from the other may be shown.
              // biome-ignore lint/suspicious/noArrayIndexKey: the page is never drawn again in a browser
              <li key={index}>
                <RegularRow regular={regular} />
              </li>
            ))}
          </ol>
        </div>
      )}
    </SiteFrame>
  )
}
