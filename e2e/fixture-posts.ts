import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many posts there are for tests to comment on: one for each test of a run, never shared. */
export const fixturePosts = 540

/** Posts with something special about them; each has one address only, so tests read them and leave no comment. */
export const specialPosts = {
  /** The author closed its comments; after each of its headings stands something else than text. */
  closed: 'fixture-closed',
  /** A title of 300 letters, and words that no line can hold. */
  long: 'fixture-long',
  /** 58 comments of all kinds stand on it from the start (`talk.ts`). */
  talked: 'fixture-talked',
  /** Its words are in no other post, so nothing is related to it; its card says a sentence of its text again. */
  alone: 'fixture-alone',
  /** In Arabic, which is written from right to left. */
  arabic: 'fixture-arabic',
  /** In English, beside that one in time and in a series; the P.S. of each names the other. */
  besideArabic: 'fixture-beside-arabic',
  /** Due in a year. */
  scheduled: 'fixture-scheduled',
  /** Due three to four minutes after the site was prepared: 404 until then, 200 at most a minute later. */
  due: 'fixture-due',
} as const

export const talkedTitle = 'Fixture that everybody talks about'

/** What the card of `specialPosts.alone` says, and its text too. */
export const repeatedWords = 'Zebras yodel quietly.'

/** The slug of the fixture with this number, from 1: `fixture-001`. */
export function fixtureSlug(number: number): string {
  return `fixture-${String(number).padStart(3, '0')}`
}

/**
 * Writes the posts that only tests read into a copy of the content, beside the author's own, and gives back
 * when `specialPosts.due` is due. Their dates lie years back, so that they stay at the end of every list.
 */
export function writeFixturePosts(contentDir: string, now: Date): Date {
  const folder = join(contentDir, 'posts')
  mkdirSync(folder, { recursive: true })
  const write = (
    slug: string,
    title: string,
    date: string,
    extra: string,
    body: string,
    description = 'For a test to read.',
  ) =>
    writeFileSync(
      join(folder, `${slug}.mdx`),
      `---\ntitle: ${JSON.stringify(title)}\ndescription: ${description}\ndate: ${date}\n${extra}---\n\n${body}\n`,
    )

  for (let number = 1; number <= fixturePosts; number++) {
    const day = new Date(Date.UTC(2019, 0, number)).toISOString().slice(0, 10)
    const body = `A short post, number ${number}, so that a test has one of its own to talk about.`
    write(fixtureSlug(number), `Fixture ${number}`, day, '', body)
  }
  const word = 'un'.repeat(80)
  write(
    specialPosts.closed,
    'Fixture without comments',
    '2018-01-01',
    'comments: false\n',
    `Nobody answers.

- [ ] Thread
- [x] Needle

## A drawing

<Figure src="/images/green-hat.svg" alt="A green hat">A hat.</Figure>

## A word beside

<Callout tone="care">Mind the needle.</Callout>

## A line of code

\`\`\`sh
mend sock
\`\`\``,
  )
  write(
    specialPosts.long,
    `${word} ${'long title '.repeat(13)}`.trim(),
    '2018-01-02',
    '',
    `## ${word}\n\n${word}`,
  )
  write(specialPosts.talked, talkedTitle, '2018-01-03', '', 'A short post with a long conversation.')
  write(
    specialPosts.alone,
    'Xylophone',
    '2018-01-04',
    '',
    `Meanwhile ${repeatedWords}\n\n<Tweetable>${repeatedWords}</Tweetable>`,
    'Quagga.',
  )
  write(
    specialPosts.arabic,
    'رتق الجورب',
    '2018-01-05',
    `lang: ar\ntags: [رتق]\nseries: { name: ${arabicSeries}, order: 2 }\nenjoy: ${specialPosts.besideArabic}\n`,
    `جورب مثقوب وخيط أصفر.[^1]

## الإبرة

- خيط
- إبرة

> ما انفكّ يُخاط.

نكتب \`mend(sock);\` ثم [نقرأ](https://example.com/wool/).

## الخيط

من عند <Sponsored href="https://example.com/yarn">بائع الصوف</Sponsored>.

<Tweetable>${arabicQuote}</Tweetable>

## الثقب

صغير.

## العقدة

محكمة.

[^1]: كان الخيط قديما.`,
    'عن ثقب صغير.',
  )
  write(
    specialPosts.besideArabic,
    besideArabicTitle,
    '2018-01-06',
    `series: { name: ${arabicSeries}, order: 1 }\nenjoy: ${specialPosts.arabic}\n`,
    'A short post beside one from the right.',
  )
  write(
    specialPosts.scheduled,
    'Fixture of next year',
    wallClock(now.getTime() + 365 * 86_400_000),
    '',
    'Later.\n\n<Tweetable>Not yet said.</Tweetable>',
  )
  // Late enough for a slow machine to build the site first; what is looked at before is the first test of all.
  const due = new Date(Math.ceil((now.getTime() + 180_000) / 60_000) * 60_000)
  const tags = `tags: [${dueTag}]\n`
  const quote = `<Tweetable>${dueQuote}</Tweetable>`
  write(
    specialPosts.due,
    'Fixture of a minute from now',
    wallClock(due.getTime()),
    tags,
    `${rareWords}\n\n${quote}`,
  )
  write(alikeSlug, 'Fixture like the one of a minute from now', '2018-01-03', '', rareWords)
  return due
}

/** What the card of `specialPosts.arabic` says. */
export const arabicQuote = 'من يفكّ درزةً يتعلّم كيف خيطت.'

/** Its last sign stands at the left where English is taken for a text from the right. */
export const besideArabicTitle = 'Is it a hole?'

const arabicSeries = 'Holes from both sides'

/** `YYYY-MM-DDTHH:MM` in the zone of the site, as an author writes it. */
function wallClock(instant: number): string {
  const zone = /timeZone: '([^']+)'/.exec(readFileSync('content/site.ts', 'utf8'))?.[1]
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return text.format(instant).replace(' ', 'T')
}

/** A tag that `specialPosts.due` alone has: there is no such page and no such feed before it. */
export const dueTag = 'fixture-tag-of-the-due'

/** What the card of `specialPosts.due` says: it hangs on the wall from then on. */
export const dueQuote = 'Lace is holes, well kept.'

/** A post that readers have had all along, and that is like `specialPosts.due` only: its P.S. has nobody else to name. */
export const alikeSlug = 'fixture-alike'

const rareWords =
  'Bobbinet, passementerie, selvedge, gimp, tulle, galloon, soutache, torchon, picot and guipure.'
