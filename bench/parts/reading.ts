import type { Figure } from '../measure/figure'
import { type Load, load } from '../measure/load'
import { measured, type Session } from '../measure/session'
import { serverMegabytes } from '../measure/usage'

const most = 100_000
const few = 'post, 20 comments'
const many = 'post, 10,000 comments'
const bare = 'a bare Next page of the same bytes'
const file = 'the same as a file'

/** The crowd of the budgets. */
const budgeted = 32

/** How many ask at once. */
const crowds = [1, budgeted, 128]

/** How often a second is measured where a budget hangs on it: on a noisy machine one such second is a third more than the next. */
const rounds = 7

type Pair = {
  what: string
  ours: string
  floor: { what: string; url: string }
  /** In the crowd of the budgets. */
  budget?: Figure['budget']
}

type Loads = { pair: Pair; ours: Load[]; floors: Load[] }

/** Requests a second and their latency, of every kind of page, in turn with the floor's; then what 100,000 requests leave in memory. */
export async function reading(session: Session): Promise<Figure[]> {
  const pairs = listPairs(session)
  const figures: Figure[] = []
  const all: Loads[] = []
  // What is asked often is compiled while it is asked, for the first some thousand times: neither is measured meanwhile.
  for (const { what, ours, floor } of pairs)
    if (what === few || what === many) for (const url of [ours, floor.url]) await load(url, budgeted, 8)
  for (const connections of crowds) {
    const found = await inTurn(pairs, connections)
    all.push(...found)
    figures.push(...found.flatMap((loads) => figuresOf(loads, connections)))
    if (connections === budgeted) figures.push(await fewAndMany(session))
  }
  return [...figures, await memoryAfterAll(session, all)]
}

async function inTurn(pairs: Pair[], connections: number): Promise<Loads[]> {
  const found = pairs.map((pair): Loads => ({ pair, ours: [], floors: [] }))
  for (let round = 0; round < rounds; round += 1) {
    for (const { pair, ours, floors } of found) {
      if (round > 0 && !(connections === budgeted && pair.budget)) continue
      ours.push(await load(pair.ours, connections, 1))
      floors.push(await load(pair.floor.url, connections, 1))
    }
  }
  return found
}

function listPairs({ blog, floor, nginx }: Session): Pair[] {
  const budgets: Record<string, Figure['budget']> = {
    [few]: { of: 'ratio', least: 0.9 },
    [many]: { of: 'ratio', least: 0.9 },
  }
  const pairs = Object.entries(measured).map(([what, path]): Pair => {
    const budget = budgets[what]
    return {
      what,
      ours: blog.url + path,
      floor: { what: bare, url: floor.page(what) },
      ...(budget && { budget }),
    }
  })
  if (!nginx) return pairs
  return [
    ...pairs,
    {
      what: `${few}, behind nginx`,
      ours: nginx.blog + measured[few],
      floor: { what: file, url: nginx.file },
      budget: { of: 'ratio', least: 0.8 },
    },
  ]
}

function figuresOf({ pair, ours, floors }: Loads, connections: number): Figure[] {
  const { what, floor, budget } = pair
  const figure = (of: 'perSecond' | 'p50' | 'p99', unit: Figure['unit'], name: string): Figure => ({
    what: `${what}, ${connections} at once${name}`,
    unit,
    ours: ours.map((one) => one[of]),
    floor: { what: floor.what, values: floors.map((one) => one[of]) },
  })
  return [
    { ...figure('perSecond', 'requests/s', ''), ...(connections === budgeted && budget && { budget }) },
    figure('p50', 'ms', ', p50'),
    figure('p99', 'ms', ', p99'),
  ]
}

/** In turn and by themselves: what is to be within a tenth of each other must not be a quarter of a minute apart. */
async function fewAndMany({ blog }: Session): Promise<Figure> {
  const ours: number[] = []
  const values: number[] = []
  for (let round = 0; round < 2 * rounds; round += 1) {
    values.push((await load(blog.url + measured[few], budgeted, 1)).perSecond)
    ours.push((await load(blog.url + measured[many], budgeted, 1)).perSecond)
  }
  return {
    what: 'post with 10,000 comments by post with 20',
    unit: 'requests/s',
    ours,
    floor: { what: few, values },
    budget: { of: 'ratio', least: 0.9, most: 1.1 },
  }
}

/** Both servers are asked until each has answered so many requests, those of `all` among them. */
async function memoryAfterAll({ blog, floor }: Session, all: Loads[]): Promise<Figure> {
  const sum = (loads: Load[]) => loads.reduce((total, { requests }) => total + requests, 0)
  const direct = all.filter(({ pair }) => pair.floor.what === bare)
  const connections = 4
  const until = async (url: string, asked: number) => {
    for (let left = most - asked; left > 0; )
      left -= (await load(url, connections, 5, budgeted / connections)).requests
  }
  // Side by side, of the page that costs least, and over few connections, which cost whoever asks less: of these, only the
  // memory counts.
  await Promise.all([
    until(blog.url + measured.home, sum(direct.flatMap(({ ours }) => ours))),
    until(floor.page('home'), sum(direct.flatMap(({ floors }) => floors))),
  ])
  // What one has at a moment hangs on when it last collected what it does not need.
  const ours: number[] = []
  const floors: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all([load(blog.url + measured.home, budgeted, 1), load(floor.page('home'), budgeted, 1)])
    ours.push(serverMegabytes(blog.pid))
    floors.push(serverMegabytes(floor.pid))
  }
  return {
    what: 'memory of the server after 100,000 requests, 1,000 posts',
    unit: 'MB',
    ours,
    floor: { what: bare, values: floors },
    budget: { of: 'ratio', most: 1.3 },
  }
}
