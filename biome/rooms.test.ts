import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

// In one file: all rules are tried by one run of the linter, which takes seconds to begin.

const root = resolve(import.meta.dirname, '..')

/** What a room may take from a module: values and types, types alone, or nothing. */
type Leave = 'yes' | 'types' | 'no'

const framework = ['react', 'react-dom', 'next', 'next/cache']
const drivers = ['drizzle-orm', 'drizzle-orm/pg-core', 'pg', '@vercel/postgres', '@electric-sql/pglite']
const node = ['node:fs', 'node:fs/promises', 'node:crypto']

/** Where each room's line is written. */
const files = {
  app: 'app/posts/[slug]/page-part.ts',
  components: 'components/mdx/figure.ts',
  content: 'content/site.ts',
  db: 'db/rows/comments.ts',
  lib: 'lib/posts/some-rule.ts',
  jobs: 'jobs/letters/deliver.ts',
  cli: 'cli/posts/check.ts',
  e2e: 'e2e/reading/post.ts',
  bench: 'bench/load/run.ts',
}

/** The table of CONTRIBUTING.md, "Rooms": a row says what each of these may take from the modules on the right. */
const table: { from: keyof typeof files; leave: Leave; to: string[] }[] = [
  { from: 'app', leave: 'yes', to: ['./part', '@/app/_comments/form', '../../_comments/form'] },
  { from: 'app', leave: 'no', to: ['@/app/archive/page', '../../archive/page', '../part', '../../../app/x'] },
  { from: 'app', leave: 'yes', to: ['@/components/stitch', '@/content/site', '@/db/comments', '@/lib/env'] },
  { from: 'app', leave: 'yes', to: ['@/jobs/moderate', '../../../lib/env', ...framework] },
  { from: 'app', leave: 'no', to: ['@/content/posts/one', '@/cli/check', '@/e2e/test', '@/bench/run'] },
  { from: 'app', leave: 'no', to: [...drivers, ...node] },

  { from: 'components', leave: 'yes', to: ['./callout', '../stitch', '@/components/stitch', ...framework] },
  { from: 'components', leave: 'yes', to: ['@/lib/quotes/share-links', '../../lib/posts/dates'] },
  { from: 'components', leave: 'types', to: ['@/lib/posts/find-post', '@/lib/env', '../../lib/posts/post'] },
  { from: 'components', leave: 'types', to: ['@/content/site', '@/db/comments', '../../db/comments'] },
  { from: 'components', leave: 'no', to: ['@/app/page', '../../app/page', '@/jobs/moderate', '@/cli/check'] },
  { from: 'components', leave: 'no', to: [...drivers, ...node] },

  {
    from: 'db',
    leave: 'yes',
    to: ['./client', '../client', '../schema', '../../lib/env', '@/lib/env', '../../lib/comments/comment'],
  },
  {
    from: 'db',
    leave: 'yes',
    to: [
      '../../lib/comments/decision',
      '../../lib/comments/pages',
      '../../lib/comments/threads',
      ...drivers,
      ...node,
    ],
  },
  { from: 'db', leave: 'types', to: ['../../lib/site', '@/lib/posts/post'] },
  {
    from: 'db',
    leave: 'no',
    to: ['@/app/page', '../../components/stitch', '../../content/site', '@/jobs/moderate'],
  },
  { from: 'db', leave: 'no', to: ['../../cli/check', ...framework] },

  { from: 'lib', leave: 'yes', to: ['./post', '../env', '@/lib/env', '../../content/site', 'zod', ...node] },
  { from: 'lib', leave: 'types', to: ['../../db/schema', '@/db/client'] },
  {
    from: 'lib',
    leave: 'no',
    to: ['../../app/page', '@/app/page', '../../components/stitch', '../../jobs/moderate'],
  },
  { from: 'lib', leave: 'no', to: ['../../content/posts/one', '../../cli/check', ...framework, ...drivers] },

  {
    from: 'jobs',
    leave: 'yes',
    to: ['./outbox', '../moderate', '../../db/comments', '../../lib/env', ...node],
  },
  { from: 'jobs', leave: 'yes', to: ['../../content/site'] },
  { from: 'jobs', leave: 'no', to: ['../../content/posts/one', '../../app/page', '../../components/stitch'] },
  { from: 'jobs', leave: 'no', to: ['../../cli/check', ...framework, ...drivers] },

  {
    from: 'cli',
    leave: 'yes',
    to: ['./new', '../../content/site', '../../db/migrate', '../../lib/env', ...node],
  },
  { from: 'cli', leave: 'yes', to: ['../../jobs/moderate'] },
  { from: 'cli', leave: 'no', to: ['../../app/page', '../../components/stitch', ...framework, ...drivers] },

  {
    from: 'e2e',
    leave: 'yes',
    to: ['./post', '../test', '../../db/client', '../../db/schema', '../../db/testing/cluster'],
  },
  { from: 'e2e', leave: 'yes', to: [...drivers, ...node] },
  {
    from: 'e2e',
    leave: 'no',
    to: ['../../db/comments', '../../lib/env', '../../content/site', '../../app/page'],
  },
  {
    from: 'e2e',
    leave: 'no',
    to: ['../../components/stitch', '../../jobs/moderate', '../../cli/check', ...framework],
  },

  {
    from: 'bench',
    leave: 'yes',
    to: ['../../lib/env', '../../db/client', '../../db/schema', ...drivers, ...node],
  },
  { from: 'bench', leave: 'no', to: ['../../db/comments', '../../content/site', '../../app/page'] },
  {
    from: 'bench',
    leave: 'no',
    to: ['../../components/stitch', '../../jobs/moderate', '../../cli/check', ...framework],
  },

  // Names that only begin like a room, a package or an allowed file.
  { from: 'lib', leave: 'yes', to: ['../client', '../apps/list', 'pg-words', 'next-words', 'react-words'] },
  { from: 'components', leave: 'types', to: ['@/lib/posts/dates-of', '@/lib/quotes-of/x'] },
  { from: 'db', leave: 'types', to: ['../../lib/env-of', '../../lib/comments/comment-of'] },
  { from: 'e2e', leave: 'no', to: ['../../db/client-of', '../../db/testing-of/x'] },
  { from: 'app', leave: 'no', to: ['@/app/_comments-of/x', '../../_commentsof/x'] },

  { from: 'content', leave: 'types', to: ['../lib/site', '@/lib/site'] },
  {
    from: 'content',
    leave: 'no',
    to: ['../app/page', '../components/stitch', '../db/schema', '../jobs/moderate'],
  },
  { from: 'content', leave: 'no', to: ['../cli/check', ...framework, ...drivers, ...node] },
]

/** Every way TypeScript has to take something from a module, each on one line; `n` keeps its names apart. */
const ways: { way: string; types: boolean; line: (module: string, n: number) => string }[] = [
  { way: 'import', types: false, line: (module, n) => `import { a as a${n} } from '${module}'` },
  { way: 'default import', types: false, line: (module, n) => `import b${n} from '${module}'` },
  { way: 'namespace import', types: false, line: (module, n) => `import * as c${n} from '${module}'` },
  { way: 'import for effect', types: false, line: (module) => `import '${module}'` },
  { way: 'mixed import', types: false, line: (module, n) => `import { type D as D${n} } from '${module}'` },
  { way: 'dynamic import', types: false, line: (module) => `await import('${module}')` },
  { way: 'dynamic import by template', types: false, line: (module) => `await import(\`${module}\`)` },
  { way: 're-export', types: false, line: (module, n) => `export { e as e${n} } from '${module}'` },
  { way: 're-export of all', types: false, line: (module) => `export * from '${module}'` },
  { way: 'import type', types: true, line: (module, n) => `import type { F as F${n} } from '${module}'` },
  { way: 're-export type', types: true, line: (module, n) => `export type { G as G${n} } from '${module}'` },
  { way: 'type in place', types: true, line: (module, n) => `type H${n} = import('${module}').H` },
]

/** Lines that one rule refuses everywhere but in its one place. */
const single: { file: string; line: string; refused: boolean }[] = [
  {
    file: 'components/mdx/render.tsx',
    line: `import { compileMDX } from 'next-mdx-remote/rsc'`,
    refused: false,
  },
  { file: 'components/mdx/render.tsx', line: `import { read } from '@/lib/posts/read-body'`, refused: false },
  {
    file: 'components/mdx/figure.tsx',
    line: `import { compileMDX } from 'next-mdx-remote/rsc'`,
    refused: true,
  },
  { file: 'app/page.tsx', line: `use(await import('next-mdx-remote/rsc'))`, refused: true },
  {
    file: 'lib/posts/render.ts',
    line: `import { compileMDX } from 'next-mdx-remote-client/rsc'`,
    refused: true,
  },
  { file: 'components/swatch.test.tsx', line: `import { render } from 'react-dom/server'`, refused: false },
  { file: 'components/swatch.tsx', line: `import { render } from 'react-dom/server'`, refused: true },
  { file: 'app/feed.xml/route.ts', line: `use(await import('react-dom/server.edge'))`, refused: true },
  { file: 'app/page.test.ts', line: `import { readFileSync } from 'node:fs'`, refused: false },
  { file: 'app/studio/inbox/page.tsx', line: `import { a } from '@/app/studio/session'`, refused: false },
  { file: 'app/studio/inbox/page.tsx', line: `import { a } from '@/app/archive/page'`, refused: true },
  { file: 'app/archive/page.tsx', line: `import { a } from '@/app/studio/session'`, refused: true },
  {
    file: 'app/(live)/my-comments/erase/page.tsx',
    line: `import { a } from '@/app/(live)/my-comments/visit'`,
    refused: false,
  },
  {
    file: 'app/(live)/posts/[slug]/mine/route.ts',
    line: `import { a } from '@/app/(live)/my-comments/visit'`,
    refused: true,
  },
  {
    file: 'app/(live)/my-comments/page.tsx',
    line: `import { a } from '@/app/studio/session'`,
    refused: true,
  },
  { file: 'db/comments.ts', line: 'use(sql.raw(word))', refused: true },
  { file: 'db/comments.ts', line: 'use(sql.identifier(word))', refused: true },
  { file: 'db/comments.ts', line: 'use(query.as(word))', refused: true },
  { file: 'db/comments.ts', line: `use(query.as('newest'))`, refused: false },
  { file: 'db/comments.ts', line: `use(db.$with('added').as(query))`, refused: false },
  { file: 'db/comments.ts', line: 'use(sql`select 1`)', refused: false },
  { file: 'db/migrate.ts', line: 'use(sql.raw(word))', refused: false },
  { file: 'components/list.tsx', line: 'use(Math.random())', refused: true },
  {
    file: 'components/list.tsx',
    line: 'use(<p dangerouslySetInnerHTML={{ __html: word }} />)',
    refused: true,
  },
  {
    file: 'components/theme-script.tsx',
    line: 'use(<p dangerouslySetInnerHTML={{ __html: word }} />)',
    refused: false,
  },
]

const report = z.object({
  diagnostics: z.array(
    z.object({
      category: z.string(),
      location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }),
    }),
  ),
})

/** Lints `sources` (path → lines) under this project's own rules. Comes out: `path:line` of each line that is refused. */
function lint(sources: Map<string, string[]>): Set<string> {
  const house = mkdtempSync(join(tmpdir(), 'rooms-'))
  try {
    for (const part of ['biome.json', 'biome', '.gitignore']) {
      cpSync(join(root, part), join(house, part), { recursive: true })
    }
    for (const [path, text] of sources) {
      mkdirSync(dirname(join(house, path)), { recursive: true })
      writeFileSync(join(house, path), text.join('\n'))
    }
    const run = spawnSync(
      join(root, 'node_modules/.bin/biome'),
      ['lint', '--reporter=json', '--max-diagnostics=none', ...sources.keys()],
      { cwd: house, encoding: 'utf8', maxBuffer: 2 ** 26 },
    )
    const { diagnostics } = report.parse(JSON.parse(run.stdout))
    const ours = diagnostics.filter(({ category }) =>
      /^plugin$|noDangerouslySetInnerHtml$|parse/.test(category),
    )
    return new Set(ours.map(({ location }) => `${location.path}:${location.start.line}`))
  } finally {
    rmSync(house, { recursive: true, force: true })
  }
}

const sources = new Map<string, string[]>()

/** Adds a line to a file. Comes out: the address under which `lint` names it. */
function write(file: string, line: string | ((n: number) => string)): string {
  const text = sources.get(file) ?? []
  sources.set(file, text)
  const n = text.length + 1
  text.push(typeof line === 'string' ? line : line(n))
  return `${file}:${n}`
}

const cells = table.map(({ from, leave, to }) => ({
  from,
  leave,
  to: to.join(', '),
  lines: to.flatMap((module) =>
    ways.map(({ way, types, line }) => ({
      told: `${way} of ${module}`,
      address: write(files[from], (n) => line(module, n)),
      refused: leave === 'no' || (leave === 'types' && !types),
    })),
  ),
}))
const places = single.map((place) => ({ ...place, address: write(place.file, place.line) }))
const refused = lint(sources)

describe('The rooms', () => {
  test.each(cells)('$from may import ($leave): $to', ({ lines }) => {
    const wrong = lines.filter((line) => refused.has(line.address) !== line.refused)
    expect(wrong.map(({ told, refused }) => `${told} should be ${refused ? 'refused' : 'allowed'}`)).toEqual(
      [],
    )
  })

  test.each(places)('$file: $line (refused: $refused)', ({ address, refused: expected }) => {
    expect(refused.has(address)).toBe(expected)
  })

  test('every room has its row', () => {
    expect(new Set(table.map(({ from }) => from))).toEqual(new Set(Object.keys(files)))
  })
})
