import { after } from 'next/server'
import { describeError } from '@/db/describe-error'
import { oncePerProcess } from '@/db/once-per-process'
import { addLatestPosts } from '@/jobs/add-latest-posts'
import { findPostById } from '@/lib/posts/find-post'
import { remakePost } from './remake-post'

const state = oncePerProcess('latest posts', () => ({ isBusy: false }))

/** Of a burst of comments: the rest is for the starter, or for whoever posts next. */
const most = 3

/**
 * Reads the blogs of commenters once the answer is on its way, one at a time in this process: neither who posts nor
 * who reads waits for a stranger's server. What goes wrong is said in the log and tried again later.
 */
export function lookAfterLatestPosts(): void {
  after(async () => {
    if (state.isBusy) return
    state.isBusy = true
    try {
      for (const id of await addLatestPosts({ most })) {
        const post = await findPostById(id)
        if (post) await remakePost(post)
      }
    } catch (error) {
      console.error(`Latest posts of commenters were not read: ${describeError(error)}`)
    } finally {
      state.isBusy = false
    }
  })
}
