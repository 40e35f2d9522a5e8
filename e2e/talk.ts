import type { Row } from './conversation'

const word = 'Donaudampfschifffahrt'

/** Comment 1 and what hangs from it: every part a comment can have, and one of each kind of person. */
const mixed: Row[] = [
  {
    name: 'Ada',
    website: 'https://example.com/ada',
    body: 'I read this on the bus.\n\n> Nobody answers.\n\nTwice, and *then* again, as https://example.com/twice **says**.',
    latestPost: { blog: 'Small Weather', title: 'Rain, again', url: 'https://example.com/rain' },
  },
  {
    name: 'Unpicker',
    byAuthor: true,
    answers: 1,
    body: 'Missing the stop is the [best review](https://example.com/) I have had.',
  },
  { name: 'Tam', answers: 2, editedAt: new Date(Date.UTC(2026, 0, 2)) },
  { name: 'Dot', answers: 3, website: 'https://example.com/dot' },
  {
    name: 'Eli',
    answers: 4,
    body: `\`\`\`\nnpx a-very-long-command --with ${word.repeat(9)}\n\`\`\`\n\nand \`${word}\``,
  },
  { name: 'Ben', status: 'removed', removedAt: new Date(Date.UTC(2026, 0, 2)) },
  { name: 'Cleo', answers: 6, body: `${word.repeat(20)}\n\nhttps://example.com/${word.repeat(9)}` },
  { name: word.repeat(3), website: `https://example.com/${word}`, answers: 6 },
]

/** What stands on `specialPosts.talked`: 58 published comments, so two pages of them, and the place of a removed one. */
export const talk: Row[] = [...mixed, ...Array.from({ length: 51 }, () => ({}))]
