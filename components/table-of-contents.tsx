import type { languageOf } from '@/lib/posts/language'
import type { Heading } from '@/lib/posts/post'
import { TocLinks } from './toc-links'

/** Fewer chapters than this are found by scrolling. */
const ENOUGH = 4

type TocProps = {
  headings: Heading[]
  /** That of the text, whose words these are. */
  language: ReturnType<typeof languageOf>
}

function listChapters(headings: Heading[]): Heading[] {
  const chapters = headings.filter((heading) => heading.level === 2)
  return chapters.length < ENOUGH ? [] : chapters
}

/** The table of contents beside the text, on screens that have the room; it marks where the reader is. */
export function TocRail({ headings, language }: TocProps) {
  const chapters = listChapters(headings)
  if (chapters.length === 0) return null
  return (
    <div className="toc-rail">
      <nav aria-labelledby="toc-h" dir={language.dir}>
        <h2 id="toc-h">On this page</h2>
        <div {...language}>
          <TocLinks chapters={chapters.map(({ id, text }) => ({ id, text }))} />
        </div>
      </nav>
    </div>
  )
}

/** The same above the text, folded, where there is no room beside it. */
export function TocBox({ headings, language }: TocProps) {
  const chapters = listChapters(headings)
  if (chapters.length === 0) return null
  return (
    <details className="toc-box">
      <summary>On this page</summary>
      <ol {...language}>
        {chapters.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </details>
  )
}
