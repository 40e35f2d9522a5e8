import { randomUUID } from 'node:crypto'
import { openForm, postForm } from './comment-form'
import { countBodies } from './count-bodies'
import type { Fault } from './fault'
import { withSite } from './site'

/** trust.md R18: a page that was opened before a deploy can still be posted from after it. */
export const oldPageAfterDeploy: Fault = {
  id: 'R18',
  promise: 'a form opened before a new build, or only before a restart, still posts after it',
  run: (long) =>
    withSite({ postgres: 'embedded', actionKey: long ? 'made' : 'kept' }, async (site) => {
      const run = randomUUID()
      const forms = await Promise.all(Array.from({ length: long ? 100 : 5 }, () => openForm(site.post)))
      const buildBefore = site.buildId()
      await site.killPart('app')
      if (long) site.forgetBuild()
      await site.startAgain()
      const posted = []
      for (const [index, form] of forms.entries()) {
        posted.push(await postForm(form, { body: `Deploy ${index} of ${run}`, name: 'Ansel' }))
      }
      const acknowledged = posted.filter((answer) => answer.ok).length
      const rows = await countBodies(site, `% of ${run}`)
      const rebuilt = site.buildId() !== buildBefore
      return {
        held: acknowledged === forms.length && rows.size === forms.length && rebuilt === long,
        figures: `${acknowledged} of ${forms.length} posted from pages of ${rebuilt ? 'the build before' : 'before the restart'}, ${rows.size} stored`,
      }
    }),
}
