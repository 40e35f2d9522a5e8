import { readFileSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { formatMistake } from '../mistake'
import { newPost } from '../new-post'
import { readFolder } from '../read-folder'
import { template } from './check-template'

// In one file, as it is one table: every mistake that a text can have, and how it is said.

const content = await vi.hoisted(async () => (await import('../testing/content-folder')).makeContentFolder())
beforeEach(() => content.empty())
afterAll(() => content.delete())

async function mistakes(): Promise<string[]> {
  const prefix = `${content.folder}/`
  return (await readFolder()).mistakes.map((mistake) => formatMistake(mistake).replace(prefix, ''))
}

/** The mistakes of a post with this text, which begins on line 7. */
async function mistakesIn(body: string): Promise<string[]> {
  content.writePost('x', { body })
  return (await mistakes()).map((line) => line.replace('posts/x.mdx:', ''))
}

const braces = 'an expression in braces is not allowed in a post; to show a brace write \\{'

const ours = 'a post may have <Tweetable>, <Sponsored>, <Figure>, <Callout>'

describe('hostile posts are refused with file, line and column', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', '7:1 unknown element <script>'],
    ['a frame', 'Hello.\n\n<iframe src="https://x.example" />', '9:1 unknown element <iframe>'],
    [
      'a handler on a picture',
      '<img src="x" onerror="alert(1)" />',
      '7:1 unknown element <img>; write ![what it shows](/images/NAME)',
    ],
    [
      'a handler on our own element',
      '<Callout onClick="x()">a</Callout>',
      '7:10 unknown attribute onClick of <Callout>',
    ],
    ['the environment in the text', 'Secret: {process.env.HOME}', `7:9 ${braces}`],
    ['the environment as a block', '{process.env}', `7:1 ${braces}`],
    ['an import', "import fs from 'node:fs'", '7:1 import and export are not allowed in a post'],
    ['an export', 'export const x = 1', '7:1 import and export are not allowed in a post'],
    [
      'code in an attribute',
      '<Tweetable tweet={process.env.X}>a</Tweetable>',
      '7:12 an expression in braces is not allowed: write tweet="…"',
    ],
    [
      'code spread over attributes',
      '<Callout {...process.env}>a</Callout>',
      '7:10 an expression in braces is not allowed in <Callout>',
    ],
    [
      'a constructor reached through a string',
      "{'x'.constructor.constructor('return process')()}",
      `7:1 ${braces}`,
    ],
    [
      'a link that runs',
      '[x](javascript:alert(1))',
      '7:1 a link may begin with https, http or mailto, not javascript:',
    ],
    [
      'a paid link that runs',
      'A <Sponsored href="javascript:alert(1)">x</Sponsored>.',
      '7:3 a link may begin with https, http or mailto, not javascript:',
    ],
    [
      'a link of data',
      '[x](data:text/html,hi)',
      '7:1 a link may begin with https, http or mailto, not data:',
    ],
    ['a character no feed may carry', 'a\uffff', '7:2 the invisible character U+FFFF is not allowed'],
    ['text turned around', 'if (\u202e access)', '7:5 the invisible character U+202E is not allowed'],
    [
      'a picture outside public',
      '<Figure src="/../package.json" alt="x" />',
      '7:1 a picture is a file below public: /../package.json leads elsewhere',
    ],
    [
      'a picture of a stranger',
      '![x](https://x.example/x.png)',
      '7:1 a picture is a file below public: write its address as /images/NAME, not https://x.example/x.png',
    ],
    ['a member of an object as element', '<Foo.Bar />', `7:1 unknown element <Foo.Bar>; ${ours}`],
    [
      'an HTML comment',
      'a <!-- {b} --> c',
      '7:4 an HTML comment is not MDX, and a post has no comments: take it out',
    ],
    ['a comment in braces', '{/* hidden */}', `7:1 ${braces}`],
    ['a brace that never closes', 'Words { and more.\n\nThe end.', `7:7 ${braces}`],
    ['front matter that is a program', '---js\n', null],
  ])('%s', async (_, body, message) => {
    if (message === null) {
      content.write('posts/x.mdx', '---js\n{ title: process.env.HOME }\n---\n')
      expect((await mistakes())[0]).toMatch(/^posts\/x\.mdx:1:1 front matter is missing/)
    } else {
      expect(await mistakesIn(body)).toEqual([message])
    }
  })
})

describe('mistakes say what was meant', () => {
  test.each([
    ['<Tweetible>a</Tweetible>', '7:1 unknown element <Tweetible>; did you mean <Tweetable>?'],
    ['<Tweetable twet="b">a</Tweetable>', '7:12 unknown attribute twet of <Tweetable>; did you mean tweet?'],
    [
      '<Callout tone="cares">a</Callout>',
      '7:10 tone of <Callout> may be "note", "care", "aside", not "cares"; did you mean care?',
    ],
    ['<Callout title>a</Callout>', '7:10 title of <Callout> needs a value: title="…"'],
    [
      '```typescrpt\nx\n```',
      '7:1 unknown language typescrpt; did you mean typescript?; text colours nothing',
    ],
    ['A note.[^tw]\n\n[^two]: Words.', '7:1 there is no note [^tw]; did you mean [^two]?'],
    ['[x](/archiv)', '7:1 there is no /archiv on this site; did you mean /archive?'],
    ['## One\n\n[x](#on)', '9:1 x has no heading #on; did you mean #one?'],
    ['[x](other-post)', '7:1 a link within this site begins with a slash: /posts/other-post'],
  ])('%s', async (body, message) => {
    expect(await mistakesIn(body)).toContain(message)
  })
})

describe('tags that do not belong together are named, and the rest of the text is read all the same', () => {
  const never =
    '<Tweetable> is never closed: write </Tweetable> behind its words, in the same paragraph, or with both tags on lines of their own'

  test.each([
    [
      '<Tweetable>a\n\n[x](/archiv)',
      [`7:1 ${never}`, '9:1 there is no /archiv on this site; did you mean /archive?'],
    ],
    ['So <Tweetable>a and b.', [`7:4 ${never}`]],
    [
      'a</Tweetable>\n\n# b',
      [
        '7:2 this tag closes what was never opened',
        '9:1 the title is the only heading of the first level: begin with ##',
      ],
    ],
    [
      '<Callout>a</Tweetable> b</Callout>\n\n<Figur />',
      [
        '7:11 </Tweetable> closes nothing here: what is open is <Callout>, from line 7',
        '9:1 unknown element <Figur>; did you mean <Figure>?',
      ],
    ],
    [
      '<Tweetable>a</Callout>',
      [`7:1 ${never}`, '7:13 </Callout> closes nothing here: what is open is <Tweetable>, from line 7'],
    ],
    ['<Tweetable>a\n\n<Tweetable>b', [`7:1 ${never}`, `9:1 ${never}`]],
    [
      '<Tweetable>a *b</Tweetable> c*',
      [
        '7:16 </Tweetable> stands outside of where its <Tweetable> began: both belong into the same emphasis, list or paragraph',
      ],
    ],
  ])('%s', async (body, messages) => {
    expect(await mistakesIn(body)).toEqual(messages)
  })
})

describe('a tag that no post has is said once, with what to write in its place', () => {
  const newLine = 'for a new line within a paragraph, end the line before it with \\'
  const archive = '[x](/archiv)'
  const noArchive = '9:1 there is no /archiv on this site; did you mean /archive?'

  test.each([
    ['One<br>two.', [`7:4 unknown element <br>; ${newLine}`]],
    ['One *and<BR/>* two.', [`7:9 unknown element <BR>; ${newLine}`]],
    [`<hr>\n\n${archive}`, ['7:1 unknown element <hr>; write --- between two empty lines', noArchive]],
    [
      `<img src="/images/moth.svg">\n\n${archive}`,
      ['7:1 unknown element <img>; write ![what it shows](/images/NAME)', noArchive],
    ],
    ['<Callout>One<br>two.</Callout>', [`7:13 unknown element <br>; ${newLine}`]],
    ['<Tweetible>a</Tweetable>', ['7:1 unknown element <Tweetible>; did you mean <Tweetable>?']],
    [
      `<Tweetible>\n\n${archive}\n\n</Tweetable>`,
      ['7:1 unknown element <Tweetible>; did you mean <Tweetable>?', noArchive],
    ],
    [
      `<Callot tone="care">\n\n${archive}`,
      ['7:1 unknown element <Callot>; did you mean <Callout>?', noArchive],
    ],
    ['<Qoute>a</Qoute>', [`7:1 unknown element <Qoute>; ${ours}`]],
    ['<Qoute>a', [`7:1 unknown element <Qoute>; ${ours}`]],
  ])('%s', async (body, messages) => {
    expect(await mistakesIn(body)).toEqual(messages)
  })
})

describe('what a text must have', () => {
  test.each([
    ['# A title', '7:1 the title is the only heading of the first level: begin with ##'],
    ['### Three', '7:1 a heading of level 3 needs one of level 2 before it: write ##'],
    ['## Two\n\n#### Four', '9:1 headings go no deeper than ###'],
    ['<Sponsored>a</Sponsored>', '7:1 <Sponsored> needs href="…"'],
    ['<Tweetable></Tweetable>', '7:1 <Tweetable> has no words'],
    ['So <Callout>a</Callout> so', '7:4 <Callout> must stand in a paragraph of its own'],
    ['<Tweetable>[a](https://b.example)</Tweetable>', '7:12 <Tweetable> holds plain words only'],
    ['[^1]: Nobody comes.', '7:1 nothing refers to the note [^1]'],
    ['A[^1] b.\n\n[^1]: - list', '9:7 a note holds paragraphs only'],
    ['A[^1] b.\n\n[^1]: ![moth](/images/moth.svg)', '9:7 a note holds no pictures'],
    ['## A[^1]\n\n[^1]: Words.', '7:5 a heading has no notes: refer to it from the text'],
    ['## …', '7:1 a heading needs words: its address on the page is made of them'],
    ['![what](/images/none.svg)', '7:1 there is no picture public/images/none.svg'],
    ['![a folder](/images)', '7:1 there is no picture public/images'],
    ['[x](//haberdash.example/y)', '7:1 //haberdash.example/y is not an address: begin it with https://'],
  ])('%s', async (body, message) => {
    expect(await mistakesIn(body)).toEqual([message])
  })

  test('a picture without words is found in Markdown and in a figure', async () => {
    const found = await mistakesIn(
      '![](/images/none.svg)\n\n<Figure src="/images/none.svg" />\n\n<Figure src="/images/none.svg" alt="" />',
    )
    expect(found.filter((line) => !line.includes('there is no picture'))).toEqual([
      '7:1 the picture /images/none.svg needs words for those who cannot see it: ![what it shows](/images/none.svg)',
      '9:1 <Figure> needs alt="…"',
      '11:1 alt of <Figure> must not be empty',
    ])
  })
})

describe('a quote fits on X', () => {
  const via = ' via @unpicked'.length
  test('up to the last unit, its address and handle included', async () => {
    expect(await mistakesIn(`<Tweetable>${'a'.repeat(280 - 24 - via)}</Tweetable>`)).toEqual([])
    expect(await mistakesIn(`<Tweetable>${'a'.repeat(281 - 24 - via)}</Tweetable>`)).toEqual([
      '7:1 this quote takes 281 of the 280 units of X, its address and handle included: give a shorter one with tweet="…"',
    ])
  })

  test('longer without address and handle, half as long in another script', async () => {
    expect(await mistakesIn(`<Tweetable url="no" via="no">${'a'.repeat(280)}</Tweetable>`)).toEqual([])
    expect(await mistakesIn(`<Tweetable url="no" via="no">${'羊'.repeat(141)}</Tweetable>`)).toHaveLength(1)
    expect(await mistakesIn(`<Tweetable tweet="Short.">${'a'.repeat(400)}</Tweetable>`)).toEqual([])
  })
})

test('all mistakes of all files come at once, in order', async () => {
  content.writePost('a', { body: '<Foo />\n\n{x}\n\n# H', front: 'dyed: red' })
  content.writePost('b', { date: '2026-02-30' })
  content.writePage('c', '<Tweetable>a</Tweetable>')
  expect((await mistakes()).map((line) => line.split(' ')[0])).toEqual([
    'pages/c.mdx:6:1',
    'posts/a.mdx:5:1',
    'posts/a.mdx:8:1',
    'posts/a.mdx:10:1',
    'posts/a.mdx:12:1',
    'posts/b.mdx:4:1',
  ])
})

test('a file from Windows has its mistakes in the same places', async () => {
  const text = '---\ntitle: A\ndescription: B\ndate: 2026-01-02\n---\n\nHello.\n\nSo {x} and <Foo />.\n'
  content.write('posts/unix.mdx', text)
  content.write('posts/windows.mdx', `\uFEFF${text.replaceAll('\n', '\r\n')}`)
  const found = await mistakes()
  expect(found.filter((line) => line.startsWith('posts/windows'))).toEqual(
    found.filter((line) => line.startsWith('posts/unix')).map((line) => line.replace('unix', 'windows')),
  )
  expect(found).toHaveLength(4)
})

test('a post may be mended on the day it is published, but not before', async () => {
  content.writePost('x', { date: '2026-07-01T12:00', front: 'updated: 2026-07-01' })
  expect(await mistakes()).toEqual([])
  content.writePost('x', { date: '2026-07-01T12:00', front: 'updated: 2026-06-30T23:59' })
  expect(await mistakes()).toEqual(['posts/x.mdx:5:1 "updated" must not come before "date"'])
})

test('what `npm run new` wrote is not published, in whole or in part', async () => {
  const path = await newPost('On waiting', new Date('2026-07-01'))
  const begun = readFileSync(path, 'utf8')
  expect(await mistakes()).toEqual([])

  const description =
    'posts/on-waiting.mdx:3:1 "description" is still the line of npm run new: say in one line what the post is about'
  const body = `posts/on-waiting.mdx:8:1 "${template.body}" is still the text of npm run new: write yours in its place, or keep draft: true`
  const published = begun.replace('draft: true\n', '')
  content.write('posts/on-waiting.mdx', published)
  expect(await mistakes()).toEqual([description, body])

  content.write('posts/on-waiting.mdx', published.replace(template.body, `${template.body} Or there.`))
  expect(await mistakes()).toEqual([description])

  const described = published.replace('One line about it.', 'What it is for.')
  content.write('posts/on-waiting.mdx', described.replace(template.body, `It is long.\n\n${template.body}`))
  expect(await mistakes()).toEqual([body.replace(':8:', ':10:')])
})

test('a file name that is no address is refused', async () => {
  content.writePost('My Post', {})
  expect(await mistakes()).toEqual([
    'posts/My Post.mdx:1:1 the name of the file is its address: small letters, digits and single hyphens only; rename it to my-post.mdx',
  ])
})

test('a file that is no .mdx is not passed over in silence, a hidden one is', async () => {
  content.write('posts/My Post.md', 'Words.')
  content.write('posts/x.MDX', 'Words.')
  content.write('posts/.x.mdx.swp', 'Words.')
  content.write('posts/pictures/x.svg', '<svg/>')
  content.write('pages/…', 'Words.')
  expect(await mistakes()).toEqual([
    'pages/…:1:1 only .mdx files are read here; rename it to a name that ends in .mdx, or keep it in another folder',
    'posts/My Post.md:1:1 only .mdx files are read here; rename it to my-post.mdx, or keep it in another folder',
    'posts/x.MDX:1:1 only .mdx files are read here; rename it to x.mdx, or keep it in another folder',
  ])
})

test('a file that is no .mdx is a mistake for as long as it is there', async () => {
  content.writePost('x', {})
  expect(await mistakes()).toEqual([])
  content.write('posts/y.md', 'Words.')
  expect(await mistakes()).toHaveLength(1)
  content.remove('posts/y.md')
  expect(await mistakes()).toEqual([])
})

test('a sound post that uses everything has no mistakes', async () => {
  content.writePost('y', {})
  content.writePage('about', '[Up](#commenting)\n\n## Commenting')
  expect(
    await mistakesIn(
      [
        'Words[^1] and <Sponsored href="https://x.example">paid</Sponsored>, [home](/), [y](/posts/y/), [about](/about#commenting).',
        '[^1]: A note with *stress*.',
        '## Two\n\n### Three',
        '<Tweetable>\nPlain *words*.\n</Tweetable>',
        '<Callout tone="care" title="Mind">\nCareful.\n\n- a list\n</Callout>',
        '| a | b |\n|---|---|\n| c | d |',
        '```ts\nconst a = { b: 1 }\n```',
        'A brace \\{ and a sign \\< and ~~gone~~.',
        '[Write](mailto:a@b.example)',
      ].join('\n\n'),
    ),
  ).toEqual([])
})
