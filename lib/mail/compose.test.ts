import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dark, light } from '../stitches/colours'
import { composeLetter } from './compose'
import type { Letter } from './letter'
import { sendThrough } from './send-letter'
import { type MailServer, serveMail } from './testing/mail-server'

const sender = {
  from: { name: 'Unpicked', address: 'letters@blog.example' },
  host: 'blog.example',
  key: 'a key of ours',
  language: 'en-GB',
}

function letterOf(given: Partial<Letter> = {}): Letter {
  return {
    to: 'nell@wren.example',
    subject: '[Unpicked] Waiting: Ode on "Sometimes we fail"',
    parts: [
      { part: 'heading', text: 'Ode on “Sometimes we fail”' },
      { part: 'words', text: 'It waits for you. First comment by this person.' },
      { part: 'quoted', by: 'Ode', text: 'One line.\nAnother one.\n\nA paragraph.' },
      {
        part: 'links',
        links: [
          { label: 'Approve', href: 'https://blog.example/letters/decide/abc?verb=publish' },
          { label: 'Spam', href: 'https://blog.example/letters/decide/abc?verb=spam' },
        ],
      },
      {
        part: 'note',
        text: 'Small print.',
        link: { label: 'The studio', href: 'https://blog.example/studio' },
      },
    ],
    about: ['conversation a', 'comment b'],
    stopHref: 'https://blog.example/letters/stop/abc',
    ...given,
  }
}

let mail: MailServer
beforeAll(async () => {
  mail = await serveMail()
})
afterAll(() => mail.close())

/** Sends it, and reads what arrived. */
async function post(given: Partial<Letter> = {}, id = '7') {
  expect(await sendThrough(mail.url)(composeLetter(letterOf(given), id, sender), id)).toMatchObject({
    ok: true,
  })
  const received = mail.received.pop()
  if (!received) throw new Error('Nothing arrived.')
  const [head = ''] = received.raw.split('\r\n\r\n')
  const names = head.split(/\r\n(?![ \t])/).map((line) => line.split(':', 1)[0])
  return { ...received, head, names, parsed: await simpleParser(received.raw) }
}

describe('A letter', () => {
  test('says whom it is from and for, and how to stop it', async () => {
    const { parsed, from, to, head } = await post()
    expect({ from, to }).toEqual({ from: 'letters@blog.example', to: ['nell@wren.example'] })
    expect(parsed.from?.text).toBe('"Unpicked" <letters@blog.example>')
    expect(parsed.replyTo?.text).toBe('"Unpicked" <letters@blog.example>')
    expect(parsed.subject).toBe('[Unpicked] Waiting: Ode on "Sometimes we fail"')
    expect(head).toContain('List-Unsubscribe: <https://blog.example/letters/stop/abc>')
    expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(head).toContain('Auto-Submitted: auto-generated')
  })

  test('that somebody asked for by hand has nothing to stop', async () => {
    const { names } = await post({ stopHref: null })
    expect(names.join()).not.toMatch(/list-/i)
  })

  test('has one name however often it is sent, and belongs to what it is about', async () => {
    const [first, again, another] = [await post(), await post(), await post({}, '8')]
    expect(again.parsed.messageId).toBe(first.parsed.messageId)
    expect(another.parsed.messageId).not.toBe(first.parsed.messageId)
    expect(first.parsed.messageId).toMatch(/^<[0-9a-f]{64}@blog\.example>$/)
    expect(another.parsed.references).toEqual(first.parsed.references)
    expect(first.parsed.references).toHaveLength(2)
    expect(first.parsed.inReplyTo).toBe(first.parsed.references?.[1])
    const { parsed } = await post({ about: ['conversation a'] })
    expect(parsed.inReplyTo).toBe(first.parsed.references?.[0])
    expect((await post({ about: [] })).names).not.toContain('References')
  })

  test('says the same in plain text and in HTML', async () => {
    const { parsed } = await post()
    expect(parsed.text).toBe(
      [
        'Ode on “Sometimes we fail”',
        'It waits for you. First comment by this person.',
        'Ode:\n> One line.\n> Another one.\n>\n> A paragraph.',
        'Approve:\nhttps://blog.example/letters/decide/abc?verb=publish',
        'Spam:\nhttps://blog.example/letters/decide/abc?verb=spam',
        'Small print.\nThe studio:\nhttps://blog.example/studio\n',
      ].join('\n\n'),
    )
    const ofHtml = (parsed.html || '')
      .replace(/<head>[\s\S]*<\/head>/, '')
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&#x26;', '&')
    const ofText = (parsed.text ?? '').replace(/^(.*):\nhttps:.*$/gm, '$1').replace(/^> ?/gm, '')
    expect(wordsOf(ofHtml)).toEqual(wordsOf(ofText))
  })

  test('keeps the order of its own words, whichever way a name in them is written', async () => {
    const name = 'נועה'
    const { parsed } = await post({
      parts: [
        { part: 'heading', text: `${name} on “Sometimes we fail”` },
        { part: 'quoted', by: name, text: name },
      ],
    })
    const html = String(parsed.html)
    // Nothing takes its direction from its first letter but what somebody else wrote.
    expect([...html.matchAll(/<(\w+)[^>]* dir="auto"/g)].map(([, tag]) => tag)).toEqual(['blockquote'])
  })

  test('has nothing in it that is fetched, no table, and no colours but those of the site', async () => {
    const { parsed } = await post()
    const html = String(parsed.html)
    expect(html).not.toMatch(/<(?:img|table|link|script|iframe|svg)|url\(|@import|@font-face/i)
    expect(parsed.attachments).toEqual([])
    const colours = new Set(html.match(/#[0-9a-f]{6}\b/g))
    expect(colours.size).toBeGreaterThan(6)
    expect([...Object.values(light), ...Object.values(dark)]).toEqual(expect.arrayContaining([...colours]))
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://blog.example/letters/decide/abc?verb=publish',
      'https://blog.example/letters/decide/abc?verb=spam',
      'https://blog.example/studio',
    ])
  })
})

/** What a stranger may call themselves, or write. */
const hostile = [
  'Nell\r\nBcc: victim@example.com',
  'Nell\nBcc: victim@example.com',
  'Nell\rBcc: victim@example.com',
  'Nell\r\n\r\nA body of my own',
  'Nell\r\n .\r\nRCPT TO:<victim@example.com>\r\nDATA',
  'Nell\u0000Bcc: victim@example.com',
  'Nell\u0085Bcc: victim@example.com',
  'Nell\u2028Bcc: victim@example.com',
  '=?utf-8?Q?Nell=0D=0ABcc:_victim@example.com?=',
  '=?utf-8?B?TmVsbA0KQmNjOiB2aWN0aW1AZXhhbXBsZS5jb20=?=',
  'Nell <victim@example.com>',
  'Nell, victim@example.com',
  '"Nell" <victim@example.com>, "Tam"',
  'Nell (victim@example.com) comment',
  'Nell; victim@example.com; group: victim@example.com;',
  'Nell%0d%0aBcc:%20victim@example.com',
  '<script>alert(1)</script><img src=x onerror=alert(1)> /etc/passwd',
]

describe('What a stranger typed', () => {
  let inert = 0
  afterAll(() => console.info(`T16: ${inert} of ${hostile.length} texts add no recipient, header or markup`))

  test.each(hostile)('adds no recipient, header or markup: %j', async (text) => {
    const plain = await post()
    const { to, names, parsed } = await post({
      subject: `[Unpicked] Waiting: ${text} on "Sometimes we fail"`,
      parts: [
        { part: 'heading', text },
        { part: 'words', text },
        { part: 'quoted', by: text, text },
        { part: 'note', text },
      ],
    })
    expect(to).toEqual(['nell@wren.example'])
    expect(names).toEqual(plain.names)
    expect(parsed.to && 'text' in parsed.to && parsed.to.text).toBe('nell@wren.example')
    expect(parsed.cc ?? parsed.bcc).toBeUndefined()
    expect(parsed.subject).toContain(text.slice(0, 4))
    expect((parsed.text ?? '').split('\n').filter((line) => /^(?:Bcc|RCPT|A body|\.)/.test(line))).toEqual([])
    expect(parsed.subject).toMatch(/ on "Sometimes we fail"$/)
    const tags = new Set([...String(parsed.html).matchAll(/<([a-z]\w*)/gi)].map(([, tag]) => tag))
    tags.delete('br')
    const ours = ['blockquote', 'body', 'div', 'h1', 'head', 'html', 'meta', 'p', 'style', 'title']
    expect([...tags].sort()).toEqual(ours)
    expect(String(parsed.html)).not.toContain('<a ')
    inert += 1
  })

  test.each([
    'Nell <nell@wren.example>',
    'nell@wren.example, victim@example.com',
    'nell@wren.example\r\nRCPT TO:<victim@example.com>',
    'nell@wren.example> SIZE=1 <victim@example.com',
    '"nell@wren.example"@example.com',
    'nell(comment)@wren.example',
    'nell@wren.example(victim@example.com)',
    'group:nell@wren.example;',
    '=?utf-8?Q?victim=40example.com?=@wren.example ',
    'nell@[127.0.0.1]',
    'nell@wren.example\u0000',
    'nell@wren.example\u200b@example.com',
    'nell@wren .example',
    'nell@localhost',
    '',
  ])('is no address unless it is a plain one: %j', (to) => {
    expect(() => composeLetter(letterOf({ to }), '7', sender)).toThrow('plain address')
  })

  test('is as long as it is, in the letter, and cut in the subject', async () => {
    const name = 'Ode '.repeat(5_000).trim()
    const { parsed, raw, to } = await post({
      subject: `Waiting: ${name}`,
      parts: [{ part: 'quoted', by: name, text: `${'🧵'.repeat(9_000)} end` }],
    })
    expect(to).toHaveLength(1)
    expect([...(parsed.subject ?? '')].length).toBeLessThanOrEqual(150)
    expect(parsed.subject).toMatch(/…$/)
    expect(parsed.text).toContain(`${'🧵'.repeat(9_000)} end`)
    for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
  })

  test('is quoted so that no line of it passes for ours', async () => {
    const { parsed } = await post({
      parts: [{ part: 'quoted', by: 'Ode', text: 'Hello\n\n\nApprove:\nhttps://evil.example\n.\n> deeper' }],
    })
    expect(parsed.text).toBe('Ode:\n> Hello\n>\n>\n> Approve:\n> https://evil.example\n> .\n> > deeper\n')
    expect(String(parsed.html)).not.toContain('href')
  })
})

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
