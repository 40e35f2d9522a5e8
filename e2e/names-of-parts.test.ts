import { specialPosts } from './fixture-posts'
import { expect, test } from './test'

// What a screen reader has to go by: the landmarks of a page in their order, and the names of what can be pressed.
test.use({ allowedErrors: [/404 .*\/never-a-page/] })

const head = `
- link /^Skip to the /
- banner:
  - link "Unpicked"
  - navigation "Main":
    - list:
      - listitem:
        - link "Archive"`

const foot = `
- contentinfo:
  - navigation "Foot":
    - list
  - 'group "Theme: System"':
    - radio "System" [checked]
    - radio "Light"
    - radio "Dark"`

const pages = {
  '/': `
- main:
  - heading [level=1]
  - region "Latest":
    - article:
      - heading [level=2]:
        - link
    - paragraph:
      - link /^All \\d+ posts$/
  - complementary "Elsewhere on this blog":
    - heading "Start here" [level=2]
    - list`,
  '/posts/lists-i-lost': `
- main:
  - article:
    - heading "Lists I lost" [level=1]
    - navigation "On this page":
      - heading "On this page" [level=2]
      - list
    - heading "The search" [level=2]
    - 'link "Link to section: The search"'
    - button "Copy code"
    - figure "Quote":
      - group "Share this quote"
    - complementary "You might enjoy"
    - list "Tags"
    - group "Pass it on"
    - navigation "Newer and older posts"
  - region /^(\\d+ c|C)omments?$/:
    - heading [level=2]
  - region "Leave a comment":
    - heading "Leave a comment" [level=2]
    - textbox "Your comment"
    - textbox "Name"
    - textbox "Email (optional)"
    - textbox "Website (optional)"
    - button "Post comment"`,
  [`/posts/${specialPosts.talked}`]: `
- main:
  - article:
    - heading [level=1]
  - region /^\\d+ comments$/:
    - heading /^\\d+ comments$/ [level=2]
    - paragraph:
      - link "Oldest first"
      - link "Newest first"
      - status
    - list:
      - listitem:
        - article "Comment 1 by Ada":
          - link "Ada"
          - link "1 Jan 2026, 09:01"
          - paragraph: I read this on the bus.
          - blockquote:
            - paragraph: Nobody answers.
          - paragraph:
            - text: "Lately on Small Weather:"
            - link "Rain, again"
          - paragraph:
            - link "Reply to Ada"
            - button "Copy link to comment 1"
            - status
        - list:
          - listitem:
            - article "Comment 2 by Unpicker":
              - text: Unpicker Author
              - link "1 Jan 2026, 09:02"
              - paragraph
              - paragraph:
                - link "Reply to Unpicker"
            - list:
              - listitem:
                - article "Comment 3 by Tam":
                  - text: Edited in reply to
                  - link "Unpicker"
      - listitem:
        - article "Comment 6":
          - paragraph: This comment was removed.
        - list:
          - listitem:
            - article "Comment 7 by Cleo":
              - text: in reply to
              - link "comment 6"
    - paragraph:
      - link /^Show \\d+ more comments$/
  - region "Leave a comment":
    - heading "Leave a comment" [level=2]`,
  '/archive': `
- main:
  - heading "Archive" [level=1]
  - list "Tags"
  - region /^\\d{4}$/:
    - heading [level=2]
    - list`,
  '/search?q=wool': `
- main:
  - heading "Search" [level=1]
  - search:
    - searchbox "Search the posts"
    - button "Search"
  - status: /^\\d+ posts$/
  - article:
    - heading [level=2]:
      - link`,
  '/tags/wool': `
- main:
  - heading "wool" [level=1]
  - article:
    - heading [level=2]:
      - link
  - navigation "Often beside it":
    - heading "Often beside it" [level=2]
    - list "Related tags"`,
  '/series/a-jumper-backwards': `
- main:
  - heading "A jumper, backwards" [level=1]
  - list:
    - listitem:
      - article:
        - heading [level=2]:
          - link`,
  '/quotes': `
- main:
  - heading "Sentences that held" [level=1]
  - list:
    - listitem:
      - figure "Quote":
        - blockquote
        - 'link /^Click to Tweet: /'`,
  '/about': `
- main:
  - article:
    - heading "About" [level=1]
    - heading [level=2]
    - 'link /^Link to section: /'`,
  '/never-a-page': `
- main:
  - heading "This thread comes to nothing." [level=1]
  - search:
    - searchbox "Search the posts"
    - button "Search"
  - heading "Often read" [level=2]
  - article:
    - heading [level=3]:
      - link`,
}

for (const [address, main] of Object.entries(pages)) {
  test(`the parts of ${address} have names, in the order of the page`, { tag: '@any-window' }, async ({
    page,
  }) => {
    await page.goto(address)
    await expect(page.locator('body')).toMatchAriaSnapshot(head + main + foot)
  })
}
