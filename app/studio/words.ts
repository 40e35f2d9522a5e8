import { longestPassword, shortestPassword } from '@/lib/studio/password'

/** What the author is told about signing in, in one place. */
export const words = {
  noPassword: 'Enter your password',
  wrongPassword: 'That is not the password',
  guessedTooOften:
    'Too many wrong passwords have come in, so nobody’s is looked at for now. Wait a quarter of an hour and try once, or use a browser you have signed in with before.',
  unavailable: 'The database does not answer just now. Please try again in a minute.',
  foreign: 'This did not come from a page of the studio. Load the page again, then try once more.',
  tooShort: `Use ${shortestPassword} characters or more`,
  tooLong: `Use ${longestPassword} characters or fewer`,
  different: 'Type the same password in both fields',
  addressUsed:
    'This address opens nothing any more. It works once, for an hour, until the blog is started anew.',
} as const
