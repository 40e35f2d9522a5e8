import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadCatalogue } from './load-catalogue'
import { plainText } from './mdx/plain-text'
import type { Page, Post } from './post'
import { readFolder } from './read-folder'
import { readTree } from './read-tree'
import { cataloguePath, readCatalogue, writeCatalogue } from './stored-catalogue'
import { treesPath } from './stored-trees'

const content = await vi.hoisted(async () => (await import('./testing/content-folder')).makeContentFolder())
const before = process.cwd()
const project = mkdtempSync(join(tmpdir(), 'project-'))
process.chdir(project)
beforeEach(() => content.empty())
afterEach(() => vi.unstubAllEnvs())
afterAll(() => {
  process.chdir(before)
  rmSync(project, { recursive: true })
  content.delete()
})

test('production reads what the build wrote, without drafts, and says what is missing', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  await expect(loadCatalogue()).rejects.toThrow('run `npm run catalogue` before `next build`')

  content.writePost('a', {
    date: '2026-05-01',
    front: 'tags: [wool]\nseries: { name: S, order: 1 }\nenjoy: b\nupdated: 2026-05-02',
    body: 'Words.\n\n## Two\n\n<Tweetable>My words.</Tweetable>',
  })
  content.writePost('b', { date: '2099-01-01', front: 'draft: false' })
  content.writePost('c', { front: 'draft: true', body: 'secret-draft-words' })
  content.writePage('about', 'Words.')
  const catalogue = await readFolder()
  await writeCatalogue(catalogue)

  expect(await loadCatalogue()).toEqual({
    posts: catalogue.posts.filter(({ draft }) => !draft),
    pages: catalogue.pages,
  })
  expect((await loadCatalogue()).posts.map(({ slug }) => slug)).toEqual(['b', 'a'])
  expect(readFileSync(cataloguePath, 'utf8')).not.toContain('secret')
  content.writePost('d', {})
  expect((await loadCatalogue()).posts).toHaveLength(2)
})

test('a catalogue of another shape is refused', async () => {
  writeFileSync(cataloguePath, '{"posts":[{"slug":"a"}],"pages":[]}')
  await expect(readCatalogue()).rejects.toThrow(/posts/)
})

async function wordsOf(source: Post | Page): Promise<string> {
  return plainText(await readTree(source))
}

test('a text is that of the build until the next one, which takes old ones and drafts away', async () => {
  content.writePost('a', { body: 'Checked words.' })
  content.writePost('same', { body: 'One.', title: 'One' })
  content.writePost('again', { body: 'One.', title: 'One' })
  content.writePost('draft', { front: 'draft: true', body: 'secret-draft-words' })
  content.writePage('about', 'Checked page.')
  const first = await readFolder()
  await writeCatalogue(first)
  const sources = [...first.posts.filter(({ draft }) => !draft), ...first.pages]
  const post = sources.find(({ slug }) => slug === 'a')
  if (!post) throw new Error('There is no post a.')
  expect(readdirSync(treesPath).sort()).toEqual([...new Set(sources.map(({ hash }) => hash))].sort())

  content.writePost('a', { body: '<Tweetible>Unchecked words.</Tweetible>' })
  content.remove('pages/about.mdx')
  vi.stubEnv('NODE_ENV', 'production')
  for (const source of sources) expect(await wordsOf(source)).toMatch(/^(One|Checked \w+)\.$/)
  vi.stubEnv('NODE_ENV', 'development')
  expect(await wordsOf(post)).toContain('Unchecked words.')

  content.writePost('a', { body: 'Mended words.' })
  const second = await readFolder()
  await writeCatalogue(second)
  expect(readdirSync(treesPath)).toHaveLength(2)
  vi.stubEnv('NODE_ENV', 'production')
  await expect(wordsOf(post)).rejects.toThrow('ENOENT')
  const mended = second.posts.find(({ slug }) => slug === 'a')
  expect(mended && (await wordsOf(mended))).toBe('Mended words.')
})

test('a text that was changed after it was checked is stored as it was checked', async () => {
  content.writePost('a', { body: 'Checked words.' })
  const checked = await readFolder()
  content.writePost('a', { body: 'Other words.' })
  await writeCatalogue(checked)
  vi.stubEnv('NODE_ENV', 'production')
  for (const post of checked.posts) expect(await wordsOf(post)).toBe('Checked words.')
})
