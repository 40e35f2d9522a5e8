import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LonePatch } from '@/components/lone-patch'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import { pageMetadata } from '@/lib/head/page-metadata'
import { languageOf } from '@/lib/posts/language'
import { findQuote } from '@/lib/quotes/find-quote'
import { quotePath, sentencePath } from '@/lib/quotes/quote-address'
import { quoteMarks } from '@/lib/quotes/quote-marks'

export const revalidate = 60

type QuotePageProps = PageProps<'/posts/[slug]/quotes/[number]'>

/** None: each is made when it is first asked for, and stored. A blog has more quotes than posts, and few are passed on. */
export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: QuotePageProps): Promise<Metadata> {
  const { slug, number } = await params
  const found = await findQuote(slug, number)
  if (!found) notFound()
  const { post, quote } = found
  const [opens, closes] = quoteMarks(languageOf(post).dir === 'rtl')
  return pageMetadata({
    title: `${opens}${quote.text}${closes}`,
    description: `From “${post.title}”: ${post.description}`,
    path: quotePath(post, quote),
    lang: post.lang,
  })
}

/**
 * What networks draw their card of a quote from. A reader goes on to the sentence in its post at once, also without
 * JavaScript; who has told their browser not to go anywhere by itself finds the words here, and the way.
 */
export default async function QuotePage({ params }: QuotePageProps) {
  const { slug, number } = await params
  const found = await findQuote(slug, number)
  if (!found) notFound()
  const { post, quote } = found
  const sentence = sentencePath(post, quote)
  return (
    <SiteFrame site={site} skipTo="the quote" scripts="none">
      <meta httpEquiv="refresh" content={`0; url=${sentence}`} />
      <div className="grid">
        <LonePatch quote={quote} post={post}>
          <a href={sentence}>Read it where it stands</a>
        </LonePatch>
      </div>
    </SiteFrame>
  )
}
