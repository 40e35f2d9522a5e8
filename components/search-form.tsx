type SearchFormProps = {
  /** What was searched; the field keeps it. */
  query?: string
}

/** One field that asks `/search`: a plain GET, so an address holds what was asked. */
export function SearchForm({ query = '' }: SearchFormProps) {
  return (
    <search>
      <form className="search field" action="/search">
        <label htmlFor="q">Search the posts</label>
        <div>
          <input id="q" type="search" name="q" defaultValue={query} maxLength={200} autoComplete="off" />
          <button className="btn" type="submit">
            Search
          </button>
        </div>
      </form>
    </search>
  )
}
