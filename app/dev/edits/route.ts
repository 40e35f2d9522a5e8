import { watchContent } from '@/lib/posts/watch-content'

export const dynamic = 'force-dynamic'

const script = "new EventSource('/dev/edits').onmessage = () => location.reload()"

/**
 * Only in `npm run dev`: the script that every page loads there, and the stream of edits it listens to. Next sees
 * changes of code by itself, but not of posts, which are read and not imported.
 */
export function GET(request: Request) {
  if (process.env.NODE_ENV !== 'development') return new Response(null, { status: 404 })
  if (request.headers.get('accept') !== 'text/event-stream') {
    return new Response(script, { headers: { 'Content-Type': 'text/javascript' } })
  }
  const edits = new ReadableStream({
    start(controller) {
      const say = (line: string) => controller.enqueue(new TextEncoder().encode(`${line}\n\n`))
      // The first words, a comment to the browser, send the headers on their way.
      say(': listening')
      watchContent(() => say('data: edited'), request.signal)
    },
  })
  return new Response(edits, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache, no-transform' },
  })
}
