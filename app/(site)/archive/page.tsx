import type { Metadata } from 'next'
import { ArchiveFilter } from '@/components/archive-filter'
import { SiteFrame } from '@/components/site-frame'
import { TagList } from '@/components/tag-list'
import { YearStrip } from '@/components/year-strip'
import { site } from '@/content/site'
import { pageMetadata } from '@/lib/head/page-metadata'
import { isoDay, monthOf } from '@/lib/posts/dates'
import { languageOf, sharedLanguage } from '@/lib/posts/language'
import { listPosts } from '@/lib/posts/list-posts'
import { listTags, type Tag } from '@/lib/posts/list-tags'
import type { Post } from '@/lib/posts/post'
import { slugify } from '@/lib/posts/slugify'
import { count } from '@/lib/words/count'
import { sayPublished } from '@/lib/words/say-published'
import { groupByYear } from './group-by-year'
import './archive.css'

export const revalidate = 60

export const metadata: Metadata = pageMetadata({
  title: 'Archive',
  description: 'Every post, by year.',
  path: '/archive',
})

export default async function ArchivePage() {
  const [posts, tags] = await Promise.all([listPosts(), listTags()])
  return (
    <SiteFrame site={site} skipTo="the list" current="/archive" scripts="none">
      <div className="grid">
        <div className="page-head">
          <h1>Archive</h1>
          <p>
            {posts.length === 0
              ? 'Nothing has been sewn here yet. The first post will hang on this line.'
              : `All ${count(posts.length, 'post')}, newest first. Each stitch is one of them, in the month it was sewn. Some months nothing was, and those are left empty.`}
          </p>
          <TagList tags={tags} all={posts.length} />
          {posts.length > 0 && <ArchiveFilter />}
        </div>
      </div>
      <div className="grid">
        {groupByYear(posts).map(({ year, posts: postsOfYear }) => (
          <section key={year} className="year" aria-labelledby={`y${year}`}>
            <div className="year-head">
              <h2 id={`y${year}`}>{year}</h2>
              <p className="meta">{count(postsOfYear.length, 'post')}</p>
            </div>
            <div className="year-body">
              <YearStrip year={year} months={postsOfYear.map((post) => monthOf(post.publishedAt))} />
              <ol className="entries">
                {postsOfYear.map((post) => (
                  <li key={post.id} className="entry">
                    <time dateTime={isoDay(post.publishedAt)}>{sayPublished(post, 'short')}</time>
                    <a className="t" href={`/posts/${post.slug}`} {...languageOf(post)}>
                      {post.title}
                    </a>
                    <span className="meta" {...languageOfTags(post, tags)}>
                      {post.tags.join(', ')}
                    </span>
                  </li>
                ))}
              </ol>
            </div>
          </section>
        ))}
      </div>
    </SiteFrame>
  )
}

/** The language that all tags of a post are in. */
function languageOfTags(post: Post, tags: Tag[]) {
  const slugs = post.tags.map(slugify)
  return languageOf({ lang: sharedLanguage(tags.filter(({ slug }) => slugs.includes(slug))) })
}
