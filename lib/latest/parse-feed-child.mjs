// A process of its own, run by parse-feed.ts: a feed from the standard input, its few words as JSON to the output.
import { text } from 'node:stream/consumers'
import { parseFeed } from 'feedsmith'

const { format, feed } = parseFeed(await text(process.stdin), { maxItems: 50 })
const items = format === 'atom' ? feed.entries : feed.items
process.stdout.write(
  JSON.stringify({
    format,
    title: feed.title,
    items: (items ?? []).map(({ title, link, links, url, external_url, guid, ...dates }) => ({
      title,
      link,
      links: links?.slice(0, 10),
      url,
      guid,
      dates: [
        dates.published,
        dates.pubDate,
        dates.date_published,
        dates.updated,
        dates.dc?.dates?.[0],
        dates.dc?.date,
      ],
    })),
  }),
)
