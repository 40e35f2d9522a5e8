import type { Metadata } from 'next'
import { site } from '@/content/site'
import { DeskFrame } from './desk-frame'
import { requireAuthor } from './session'

export const metadata: Metadata = { title: { absolute: `Your desk · ${site.name} Studio` } }

export default async function StudioPage() {
  await requireAuthor()
  return (
    <DeskFrame skipTo="your desk" current="/studio">
      <header className="grid page-head">
        <div>
          <h1>Your desk</h1>
          <p>You are signed in as {site.author}.</p>
        </div>
      </header>
      <div className="grid">
        <ul className="desk">
          <li>
            <a href="/studio/sessions">Sign-ins</a>
            <p>In which browsers you are signed in, and how to be signed out of them.</p>
          </li>
          <li>
            <a href="/">The blog</a>
            <p>As readers see it.</p>
          </li>
        </ul>
      </div>
    </DeskFrame>
  )
}
