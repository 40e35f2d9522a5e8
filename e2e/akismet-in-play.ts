import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { portOf } from '../db/testing/port-of'

/** What is answered; `nothing` keeps whoever asks waiting. */
type Answer = 'true' | 'false' | 'invalid' | 'nothing'

export type AkismetInPlay = {
  /** For the environment of a blog: sends what it asks Akismet here. */
  settings: Record<string, string>
  /** What is said of a comment with these words in it; of all others `false`. */
  says: (words: string, answer: Answer) => void
  /** What was asked about comments with these words, in that order. */
  asked: (words: string) => URLSearchParams[]
  stop: () => void
}

/** Plays Akismet, on the loopback. */
export async function playAkismet(): Promise<AkismetInPlay> {
  const questions: URLSearchParams[] = []
  const answers = new Map<string, Answer>()
  const server = createServer(async (request, response) => {
    const question = new URLSearchParams(await text(request))
    questions.push(question)
    const words = [...answers.keys()].find((words) => question.get('comment_content')?.includes(words))
    const answer = answers.get(words ?? '') ?? 'false'
    if (answer !== 'nothing') response.end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const preload = new URL('./akismet-elsewhere.mjs', import.meta.url).href
  return {
    settings: {
      AKISMET_ELSEWHERE: `http://127.0.0.1:${portOf(server)}`,
      NODE_OPTIONS: [process.env.NODE_OPTIONS, `--import=${preload}`].filter(Boolean).join(' '),
    },
    says: (words, answer) => answers.set(words, answer),
    asked: (words) => questions.filter((question) => question.get('comment_content')?.includes(words)),
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
