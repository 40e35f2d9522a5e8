'use client'

import { useEffect, useRef } from 'react'
import { answerId, type Problem } from './problem'

type ProblemSummaryProps = {
  problem: Problem
  /** How often something was wrong so far: each time the summary takes the focus, and never in between. */
  complaints: number
}

/** The summary of what is wrong (GOV.UK pattern): each item leads to its field. */
export function ProblemSummary({ problem, complaints }: ProblemSummaryProps) {
  const summary = useRef<HTMLElement>(null)
  const errors = Object.entries(problem.errors)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of complaints is the occasion
  useEffect(() => summary.current?.focus(), [complaints])

  return (
    <section className="problem rail" id={answerId} tabIndex={-1} ref={summary} aria-labelledby="problem-h">
      <h2 id="problem-h">There is a problem</h2>
      {problem.message && <p>{problem.message}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map(([field, message]) => (
            <li key={field}>
              <a href={`#comment-${field}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
