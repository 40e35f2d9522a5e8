import type { BrowserContext, Page } from '@playwright/test'

/**
 * From now on `goto` and `reload` of these pages wait for React, unless they are told what to wait for. A test is
 * quicker than any hand: what it presses before answers as without JavaScript, and that is another test.
 */
export async function awaitReact(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    // What React tells its developer tools, in a build as well: the one sign of it that no page has to give.
    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        // Asked for while an author writes: what shows an edit in the open page looks through it.
        renderers: new Map(),
        inject: () => 1,
        onCommitFiberUnmount: () => {},
        onCommitFiberRoot: () => {},
        onPostCommitFiberRoot: () => {
          Object.assign(window, { hasReact: true })
        },
      },
    })
  })
  context.on('page', (page) => {
    const { goto, reload } = page
    page.goto = async (url, options) => {
      const answer = await goto.call(page, url, options)
      if (!options?.waitUntil) await untilReact(page)
      return answer
    }
    page.reload = async (options) => {
      const answer = await reload.call(page, options)
      if (!options?.waitUntil) await untilReact(page)
      return answer
    }
  })
}

/** At once where there is none: in lists, feeds, files. */
async function untilReact(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('main')
    return !main || main.dataset.scripts === 'none' || 'hasReact' in window
  })
}
