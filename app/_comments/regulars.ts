import { revalidatePath } from 'next/cache'
import { describeError } from '@/db/describe-error'
import { listRegulars } from '@/db/regulars'
import type { Regular } from '@/lib/comments/regular'
import { toWebHref } from '@/lib/comments/safe-href'
import { env } from '@/lib/env'
import { isSameSite } from '@/lib/latest/same-site'
import { beginPage, isToBeStored, pagesMade } from './pages-being-made'

const paths = ['/regulars', '/blogroll.opml'] as const

/** The regulars, for the page of them at this path. Throws when the database does not answer and none were read before. */
export async function readRegulars(path: (typeof paths)[number]): Promise<Regular[]> {
  if (isToBeStored() && !env.VERCEL) beginPage(path)
  return (await listRegulars()).map(withWebAddresses)
}

/** What is no http(s) address is none, whoever stored it; nor is a feed one of theirs that is not on their website of today. */
function withWebAddresses({ website, latestPost, ...regular }: Regular): Regular {
  const home = website && toWebHref(website)
  const url = latestPost && toWebHref(latestPost.url)
  const feed = home && latestPost?.feed && toWebHref(latestPost.feed)
  const isTheirs = home && feed && isSameSite(new URL(feed), new URL(home))
  return {
    ...regular,
    website: home,
    latestPost: latestPost && url ? { ...latestPost, url, feed: isTheirs ? feed : undefined } : null,
  }
}

/**
 * Makes the pages of the regulars again, after the commit: whoever is taken off is off at once (as `remakePost`). Where
 * they cannot be read they stay as they are, and are made again by their own clock. Never rejects.
 */
export async function remakeRegulars(): Promise<void> {
  try {
    await listRegulars()
  } catch (error) {
    console.error(`The pages of the regulars are left as they are: ${describeError(error)}`)
    return
  }
  for (const path of paths) {
    await pagesMade(path)
    revalidatePath(path)
  }
}
