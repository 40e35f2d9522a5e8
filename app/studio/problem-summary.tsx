'use client'

import { useEffect, useRef } from 'react'
import type { FormProblem } from './form-problem'

/** What the address of a form of the studio ends in: without JavaScript the browser lands on what is wrong. */
export const problemId = 'problem'

/** What is wrong with a form, each item leading to its field. Takes the focus with every answer that finds something. */
export function ProblemSummary({ problems }: { problems: FormProblem[] }) {
  const summary = useRef<HTMLElement>(null)
  const [first] = problems

  // biome-ignore lint/correctness/useExhaustiveDependencies: a problem of another answer is the occasion
  useEffect(() => summary.current?.focus(), [first])

  return (
    <section className="problem rail" id={problemId} tabIndex={-1} ref={summary} aria-labelledby="problem-h">
      <h2 id="problem-h">There is a problem</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={message}>{field === null ? message : <a href={`#${field}`}>{message}</a>}</li>
        ))}
      </ul>
    </section>
  )
}
