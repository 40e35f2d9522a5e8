import { readFileSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'
import { newPost } from './new-post'
import { readFolder } from './read-folder'

const content = await vi.hoisted(async () => (await import('./testing/content-folder')).makeContentFolder())
afterAll(() => content.delete())

test('a new post is a draft without mistakes, named after its title', async () => {
  const path = await newPost('  Don’t: "stop" & — 羊 ', new Date('2026-07-01T23:30:00Z'))
  expect(path).toBe(`${content.folder}/posts/dont-stop.mdx`)
  const { posts, mistakes } = await readFolder()
  expect(mistakes).toEqual([])
  expect(posts).toMatchObject([{ slug: 'dont-stop', title: 'Don’t: "stop" & — 羊', draft: true }])
  expect(readFileSync(path, 'utf8')).toContain('date: 2026-07-02\n')
})

test('a post that is there is never written over', async () => {
  content.writePost('on-waiting', { body: 'Mine.' })
  await expect(newPost('On waiting')).rejects.toThrow('posts/on-waiting.mdx is there already')
  expect(readFileSync(`${content.folder}/posts/on-waiting.mdx`, 'utf8')).toContain('Mine.')
})

test('letters that Latin has beside its own are spelled out in the address', async () => {
  expect(await newPost('Über Straßen, naïve Łódź')).toBe(
    `${content.folder}/posts/uber-strassen-naive-lodz.mdx`,
  )
})

test.each([' … ', 'رائحة المطر'])(
  'a title without Latin letters is refused with an example: %s',
  async (title) => {
    await expect(newPost(title)).rejects.toThrow('npm run new -- "On waiting"')
  },
)
