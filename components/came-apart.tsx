/**
 * The words for a page that failed. In development they are followed by the error's own, a line each. The author's
 * mistakes in a text have words of their own there. Visitors of the published site see neither.
 */
export function CameApart({ error, retry }: { error: unknown; retry: () => void }) {
  const shown = process.env.NODE_ENV === 'development' && error instanceof Error ? error : null
  // By its name: on the way to the browser an error of the server loses its class.
  const byAuthor = shown !== null && shown.name === 'MistakesError'
  return (
    <main id="main" tabIndex={-1} className="grid">
      <div className="lost">
        <h1>{byAuthor ? mistakesHeading(linesOf(shown).length) : 'Something came apart on our side.'}</h1>
        <p>
          {byAuthor
            ? 'The page is back once the text is mended and saved.'
            : `Your draft, if you had one, is saved on this device.${nameOf(error)}`}
        </p>
        {shown && (
          <ul className="mt-6 text-small">
            {linesOf(shown).map((line) => (
              <li key={line} className="border-cloth-3 border-t py-2">
                <code>{line}</code>
              </li>
            ))}
          </ul>
        )}
        <p className="flex flex-wrap gap-3">
          <button type="button" className="btn btn-1" onClick={retry}>
            Try again
          </button>
          <a className="btn" href="/">
            Home
          </a>
        </p>
      </div>
    </main>
  )
}

/** The name that the server has written an error down under. One of the browser's own has none, and no log knows of it. */
function nameOf(error: unknown): string {
  return error instanceof Error && 'digest' in error ? ` In the log it is ${error.digest}.` : ''
}

function linesOf({ message }: Error): string[] {
  return message.split('\n')
}

function mistakesHeading(count: number): string {
  return count === 1 ? 'This text has a mistake.' : `This text has ${count} mistakes.`
}
