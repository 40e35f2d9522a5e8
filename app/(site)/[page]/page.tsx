import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Disclosure } from '@/components/disclosure'
import { Mdx } from '@/components/mdx/render'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import { pageMetadata } from '@/lib/head/page-metadata'
import { findPage, listPages } from '@/lib/posts/pages'

export const dynamicParams = false
export const revalidate = 60

export async function generateStaticParams() {
  return (await listPages()).map(({ slug }) => ({ page: slug }))
}

export async function generateMetadata({ params }: PageProps<'/[page]'>): Promise<Metadata> {
  const page = await findPage((await params).page)
  if (!page) notFound()
  return pageMetadata({ title: page.title, description: page.description, path: `/${page.slug}` })
}

export default async function ContentPage({ params }: PageProps<'/[page]'>) {
  const page = await findPage((await params).page)
  if (!page) notFound()
  return (
    <SiteFrame site={site} skipTo="the page" current={`/${page.slug}`} scripts="none">
      <article className="grid">
        <div className="page-head">
          <h1>{page.title}</h1>
          <p>{page.description}</p>
        </div>
        <div>
          <Disclosure paidLinks={page.paidLinks} />
          <div className="prose">
            <Mdx source={page} />
          </div>
        </div>
      </article>
    </SiteFrame>
  )
}
