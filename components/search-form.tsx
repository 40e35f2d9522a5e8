import type { ReactNode } from 'react'

type SearchFormProps = {
  /** What was searched; the field keeps it. */
  query?: string
  /** What else to know, above the field. */
  children?: ReactNode
}

/** One field that asks `/search`: a plain GET, so an address holds what was asked. */
export function SearchForm({ query = '', children }: SearchFormProps) {
  return (
    <search>
      <form className="search field" action="/search">
        <label htmlFor="q">Search the posts</label>
        {children}
        <div>
          <input
            id="q"
            type="search"
            name="q"
            defaultValue={query}
            maxLength={200}
            autoComplete="off"
            // In the archive a script of its own describes it, and in development React would miss that.
            suppressHydrationWarning
          />
          <button className="btn" type="submit">
            Search
          </button>
        </div>
      </form>
    </search>
  )
}
