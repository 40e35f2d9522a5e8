import type { ComponentProps } from 'react'

/** The box of a task list: only shown, and said in words to those who do not see it. */
export function TaskBox({ checked }: ComponentProps<'input'>) {
  return <input type="checkbox" disabled checked={checked} aria-label={checked ? 'Done' : 'Not done'} />
}
