'use client'

import { useEffect, useState } from 'react'

/** How far below the place where a link brings its heading this still counts as reached, in CSS pixels. */
const NEAR = 8

export function TocLinks({ chapters }: { chapters: { id: string; text: string }[] }) {
  const [current, setCurrent] = useState(chapters[0]?.id)

  useEffect(() => {
    // Browsers call it once for every picture they draw, at the most.
    function look() {
      const line = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + NEAR
      const reached = chapters.filter(({ id }) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top
        return top !== undefined && top < line
      })
      setCurrent((reached.at(-1) ?? chapters[0])?.id)
    }
    look()
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [chapters])

  return (
    <ol>
      {chapters.map(({ id, text }) => (
        <li key={id}>
          <a href={`#${id}`} aria-current={id === current ? true : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ol>
  )
}
