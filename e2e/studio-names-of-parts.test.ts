import { signInAs } from './studio'
import { inboxOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'

// What a screen reader has to go by, as in `names-of-parts.test.ts`.
test('the parts of the inbox have names, in the order of the page', async ({ page, context, db, post }) => {
  await signInAs(context, db)
  const latestPost = { blog: 'Small Weather', title: 'Rain, again', url: 'https://ilka.example/rain' }
  await writeWaiting(db, post, [
    { name: 'Ilka', body: `${post.words}\n\n> Nobody answers.`, website: 'https://ilka.example', latestPost },
    { name: 'Bo', forAuthor: true },
  ])
  await page.goto(inboxOf(post))
  await expect(page.locator('body')).toMatchAriaSnapshot(`
- link "Skip to the comments"
- banner:
  - link "Unpicked Studio"
  - navigation "Studio":
    - list:
      - listitem:
        - link "Inbox"
      - listitem:
        - button "Sign out"
- main:
  - navigation "Inbox":
    - link /^Waiting \\d+$/
    - link /^Published \\d+$/
    - link /^Spam \\d+$/
    - link /^Bin \\d+$/
  - heading /^Comments with / [level=1]
  - group:
    - search:
      - searchbox "Search names and texts"
      - button "Search"
    - paragraph:
      - link "any reason"
      - link /^first comment \\d+$/
  - form "With all that is selected":
    - checkbox "Select all"
    - button "Approve all that is selected"
    - button "Spam all that is selected"
    - button "Bin all that is selected"
  - status
  - list "Comments":
    - listitem:
      - status
      - article "Comment by Ilka":
        - checkbox "Select the comment by Ilka"
        - link "Ilka"
        - time: 1 hour ago
        - link "${post.title}"
        - paragraph: First comment by this person
        - paragraph: w@example.com · https://ilka.example
        - paragraph: ${post.words}
        - blockquote:
          - paragraph: Nobody answers.
        - paragraph: "Latest post: Rain, again (https://ilka.example/rain)"
        - button "Approve"
        - group: Reply and approve
        - group: Edit
        - button "Spam"
        - button "Bin"
        - checkbox "Trust Ilka from now on"
    - listitem:
      - status
      - article "Comment by Bo":
        - checkbox "Select the comment by Bo"
        - paragraph: Just for you First comment by this person
        - group: Answer by letter
        - button "Spam"
        - button "Bin"
  - button /^Keys:/`)
})
