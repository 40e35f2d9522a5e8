import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { loadCatalogue } from './load-catalogue'
import { readFolder } from './read-folder'
import { cataloguePath, readCatalogue, writeCatalogue } from './stored-catalogue'

const content = await vi.hoisted(async () => (await import('./testing/content-folder')).makeContentFolder())
const before = process.cwd()
const project = mkdtempSync(join(tmpdir(), 'project-'))
process.chdir(project)
afterAll(() => {
  process.chdir(before)
  vi.unstubAllEnvs()
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
