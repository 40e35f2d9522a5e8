import type { Page } from '@playwright/test'

export type Typed = { body: string; name: string; email: string; website: string }

/** The form under a post, by the words that stand in it. */
export function commentForm(page: Page) {
  const fields = {
    body: page.getByRole('textbox', { name: 'Your comment', exact: true }),
    name: page.getByLabel('Name', { exact: true }),
    email: page.getByLabel('Email'),
    website: page.getByLabel('Website'),
  }
  const button = page.getByRole('button', { name: /^(Post comment|Send to )/ })
  async function fill(typed: Partial<Typed>) {
    if (typed.body !== undefined) await fields.body.fill(typed.body)
    if (typed.name !== undefined) await fields.name.fill(typed.name)
    if (typed.email !== undefined) await fields.email.fill(typed.email)
    if (typed.website !== undefined) await fields.website.fill(typed.website)
  }
  return {
    ...fields,
    button,
    previewButton: page.getByRole('button', { name: 'Preview' }),
    preview: page.getByRole('region', { name: 'Preview' }),
    heading: page.locator('#form-h'),
    cancel: page.getByRole('button', { name: 'Cancel' }),
    addLatest: page.getByRole('checkbox', { name: 'Add my latest post' }),
    /** What is said of their posts, and the list of them. */
    offered: page.locator('.offered').getByRole('status'),
    latest: page.getByRole('combobox', { name: 'Which of your posts' }),
    letters: page.getByRole('checkbox', { name: 'E-mail me replies' }),
    remember: page.getByLabel('Remember my details'),
    forAuthor: page.getByRole('checkbox', { name: 'Just for' }),
    problem: page.getByRole('region', { name: 'There is a problem' }),
    /** The comment on its way, and what is said of it. */
    mine: page.getByRole('article', { name: 'What you wrote' }),
    status: page.locator('.news').getByRole('status'),
    fill,
    /** Fills in what is given and posts. */
    async post(typed: Partial<Typed>) {
      await fill(typed)
      await button.click()
    },
  }
}
