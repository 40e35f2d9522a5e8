import type { Metadata } from 'next'
import { Fragment } from 'react'
import { z } from 'zod'
import { Marked } from '@/components/marked'
import { PostRow } from '@/components/post-row'
import { SearchForm } from '@/components/search-form'
import { SiteFrame } from '@/components/site-frame'
import { TagList } from '@/components/tag-list'
import { site } from '@/content/site'
import { languageOf } from '@/lib/posts/language'
import { listPosts } from '@/lib/posts/list-posts'
import { listTags } from '@/lib/posts/list-tags'
import { type SearchResults, searchPosts } from '@/lib/search/search-posts'
import { count } from '@/lib/words/count'

export const dynamic = 'force-dynamic'

/** Nobody searches for more; what is longer is cut, and still answered. Asked twice in one address, it is the first. */
const querySchema = z
  .union([z.string(), z.array(z.string()).transform(([first]) => first)])
  .catch('')
  .transform((query = '') => query.slice(0, 200).trim())

type Props = PageProps<'/search'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = querySchema.parse((await searchParams).q)
  return {
    title: { absolute: `${query === '' ? 'Search' : `“${query}” · Search`} · ${site.name}` },
    robots: { index: false },
  }
}

/** What the posts say about something: a page for one asker, made for them and stored nowhere. */
export default async function SearchPage({ searchParams }: Props) {
  const query = querySchema.parse((await searchParams).q)
  return (
    <SiteFrame site={site} skipTo="the search" current="/search">
      <div className="grid">
        <div className="page-head">
          <h1>Search</h1>
          <SearchForm query={query} />
        </div>
        {query === '' ? <Recent /> : <Results query={query} {...(await searchPosts(query))} />}
      </div>
    </SiteFrame>
  )
}

async function Recent() {
  const posts = (await listPosts()).slice(0, 5)
  return (
    <section className="list rows lg:col-[text-start/margin-end]" aria-label="Newest posts">
      {posts.map((post) => (
        <PostRow key={post.id} post={post} />
      ))}
    </section>
  )
}

async function Results({ query, total, guessed, common, partly, found }: SearchResults & { query: string }) {
  if (total === 0) {
    return (
      <div className="mt-s-7">
        <p role="status">Nothing for ‘{query}’. Try a tag:</p>
        <div className="mt-4">
          <TagList tags={await listTags()} />
        </div>
      </div>
    )
  }
  return (
    <div className="mt-s-7 lg:col-[text-start/margin-end]">
      <p className="meta" role="status">
        {guessed && `Nothing for ‘${query}’ as it is written. `}
        {common
          ? `Thousands of posts have ${guessed ? 'words like it' : 'such words'}. In titles, tags, headings and descriptions: `
          : guessed && `With ${partly ? 'some ' : ''}words like it: `}
        {partly && !guessed && !common && `With some of ‘${query}’: `}
        {count(total, 'post')}
        {total > found.length && `, of which these ${found.length} fit best`}
      </p>
      <div className="list rows">
        {found.map(({ post, title, snippet, tags }) => (
          <PostRow key={post.id} post={post} title={<Marked pieces={title} />}>
            <p className="say" {...languageOf(post)}>
              <Marked pieces={snippet} />
            </p>
            {tags.length > 0 && (
              <p className="meta mt-1">
                Tagged{' '}
                {tags.map(({ slug, lang, pieces }, index) => (
                  <Fragment key={slug}>
                    {index > 0 && ', '}
                    <span {...languageOf({ lang })}>
                      <Marked pieces={pieces} />
                    </span>
                  </Fragment>
                ))}
              </p>
            )}
          </PostRow>
        ))}
      </div>
    </div>
  )
}
