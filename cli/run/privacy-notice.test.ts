import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { privacyNotice } from './privacy-notice'

const content = mkdtempSync(join(tmpdir(), 'content-'))
afterAll(() => rmSync(content, { recursive: true }))

test('an author with a key is reminded until some page names Akismet', () => {
  expect(privacyNotice(content)).toContain('README.md')
  mkdirSync(join(content, 'pages'))
  writeFileSync(join(content, 'pages', 'about.mdx'), 'About me.')
  writeFileSync(join(content, 'pages', 'draft.txt'), 'Akismet')
  expect(privacyNotice(content)).toContain('README.md')
  writeFileSync(join(content, 'pages', 'privacy.mdx'), 'The text is shown to Akismet.')
  expect(privacyNotice(content)).toBeNull()
})
