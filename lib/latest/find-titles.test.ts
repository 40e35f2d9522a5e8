import { expect, test } from 'vitest'
import { findTitles } from './find-titles'

test.each([
  [
    '<html><head><TITLE>Rain &amp; bread</TITLE></head><body><h1 class="a">So <i>much</i> rain</h1>',
    ['Rain & bread', 'So much rain'],
  ],
  ['<h1>Rain</h1><svg><title>A cloud</title></svg>', ['A cloud', 'Rain']],
  ['<title></title><h1> </h1><p>Rain', []],
  ['<title>Never ended', ['Never ended']],
  ['<titles>Rain</titles>', []],
])('%s', (html, titles) => expect(findTitles(html)).toEqual(titles))

test.each(['<title>', '<title ', '<h1><h1', '<h1>', '<title>a</h1'])(
  'a megabyte of %s is read in no time',
  (part) => {
    const html = part.repeat(Math.ceil(1_048_576 / part.length))
    const begun = performance.now()
    findTitles(html)
    expect(performance.now() - begun).toBeLessThan(500)
  },
)
