import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Conversation } from '@/app/_comments/conversation'
import { findClosed } from '@/app/_comments/find-closed'
import { PostingWithTalk } from '@/app/_comments/posting-with-talk'
import { readFirstPage } from '@/app/_comments/read-conversation'
import { showThreads } from '@/app/_comments/show-threads'
import { Disclosure } from '@/components/disclosure'
import { EntryFacts } from '@/components/entry-facts'
import { Mdx } from '@/components/mdx/render'
import { MetaLine } from '@/components/meta-line'
import { Neighbours } from '@/components/neighbours'
import { PostScript } from '@/components/post-script'
import { ReadPosts } from '@/components/read-posts'
import { RecommendedIn } from '@/components/recommended-in'
import { SelectionOffer } from '@/components/selection/selection-offer'
import { SeriesList, SeriesPlace } from '@/components/series'
import { ShareRow } from '@/components/share-row'
import { SiteFrame } from '@/components/site-frame'
import { Stitch } from '@/components/stitch'
import { Swatch } from '@/components/swatch'
import { TocBox, TocRail } from '@/components/table-of-contents'
import { site } from '@/content/site'
import { isUnread } from '@/db/read-or-log'
import { env } from '@/lib/env'
import { blogPosting } from '@/lib/head/blog-posting'
import { pageMetadata } from '@/lib/head/page-metadata'
import { findPost } from '@/lib/posts/find-post'
import { languageOf } from '@/lib/posts/language'
import { listPostsToDraw } from '@/lib/posts/list-posts'
import { findSeries } from '@/lib/posts/list-series'
import { listTagsOf } from '@/lib/posts/list-tags'
import { findNeighbours } from '@/lib/posts/neighbours'
import { listRecommending, listSuggestions } from '@/lib/posts/suggest'

export const revalidate = 60

/** All others are drawn when they are first asked for; a scheduled one is a 404 until it is due (`page-cache.ts`). */
export async function generateStaticParams() {
  return (await listPostsToDraw()).map(({ slug }) => ({ slug }))
}

export async function generateMetadata({ params }: PageProps<'/posts/[slug]'>): Promise<Metadata> {
  const post = await findPost((await params).slug)
  if (!post) notFound()
  const head = pageMetadata({
    title: post.title,
    description: post.description,
    path: `/posts/${post.slug}`,
    lang: post.lang,
    feed: { path: `/posts/${post.slug}/comments.xml`, title: `Comments on “${post.title}”` },
    article: post,
  })
  // The form writes the title itself: it says when something is wrong, with and without JavaScript.
  return { ...head, title: null }
}

export default async function PostPage({ params }: PageProps<'/posts/[slug]'>) {
  const post = await findPost((await params).slug)
  if (!post) notFound()
  const [page, , series, suggestions, recommending, neighbours, tags] = await Promise.all([
    readFirstPage(post),
    // For the form below: asked now, so that a database that hangs is waited for once.
    findClosed(post),
    post.series && findSeries(post.series.slug),
    listSuggestions(post),
    listRecommending(post),
    findNeighbours(post),
    listTagsOf(post),
  ])
  const talk = isUnread(page) ? null : page
  const language = languageOf(post)
  const url = `${env.SITE_URL}/posts/${post.slug}`
  return (
    <SiteFrame site={site} skipTo="the post" scripts="late">
      <div className="progress" aria-hidden="true">
        <Stitch />
      </div>
      {/* Its comments are part of the entry for machines (microformats.org/wiki/h-entry), and follow the article. */}
      <div className="h-entry">
        <article className="grid post-grid">
          <div className="post-swatch">
            <Swatch seed={post.slug} cells={11} dye={post.dye} />
          </div>
          <header className="post-head" dir={language.dir}>
            <h1 className="p-name" {...language}>
              {post.title}
            </h1>
            <p className="desc p-summary" {...language}>
              {post.description}
            </p>
            <EntryFacts author={site.author} url={url} />
            <MetaLine post={post} comments={talk?.total}>
              {series && <SeriesPlace series={series} current={post.slug} />}
            </MetaLine>
          </header>
          <TocRail headings={post.headings} language={language} />
          <div className="post-main" dir={language.dir}>
            <Disclosure paidLinks={post.paidLinks} />
            <TocBox headings={post.headings} language={language} />
            <div className="prose e-content" {...language}>
              <Mdx source={post} />
            </div>
            <SelectionOffer title={post.title} author={site.author} url={url} />
            {suggestions.map((suggestion, index) => (
              <PostScript key={suggestion.post.slug} {...suggestion} isSpare={index > 0} />
            ))}
            <ReadPosts />
            <div className="after">
              <RecommendedIn posts={recommending} />
              {series && <SeriesList series={series} current={post.slug} />}
              {tags.length > 0 && (
                <ul className="tags" aria-label="Tags">
                  {tags.map(({ tag, slug, lang }) => (
                    <li key={tag}>
                      <a className="tag p-category" href={`/tags/${slug}`} {...languageOf({ lang })}>
                        {tag}
                      </a>
                    </li>
                  ))}
                </ul>
              )}
              <ShareRow title={post.title} url={url} />
            </div>
            <Neighbours newer={neighbours.newer} older={neighbours.older} />
          </div>
        </article>
        <Conversation post={post} page={page} title={`${post.title} · ${site.name}`} />
      </div>
      {/* Beside the comments, whose words it repeats: what packs a page looks back no further than 32 KB. */}
      <PostingWithTalk
        posting={blogPosting(post, talk?.total ?? null)}
        threads={talk && showThreads(talk, `/posts/${post.slug}`)}
      />
    </SiteFrame>
  )
}
