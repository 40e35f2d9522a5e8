import { expect, test, vi } from 'vitest'
import { remakeTalkedAbout } from './remake-talked-about'

vi.hoisted(() => {
  // Nobody listens there.
  process.env.POSTGRES_URL = 'postgres://127.0.0.1:1/away'
})

test('a database that is away keeps no site from coming up', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  await remakeTalkedAbout({ remake: async () => {} }, new Date())
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('ECONNREFUSED'))
})
