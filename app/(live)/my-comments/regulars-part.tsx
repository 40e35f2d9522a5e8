import { fewestComments } from '@/db/regulars'
import { changeListing } from './actions'
import { GuestForm } from './guest-form'
import { Part } from './part'

/** Whether a guest wants to be named among the regulars. */
export function RegularsPart({ isListed, published }: { isListed: boolean; published: number }) {
  return (
    <Part id="regulars" heading="The regulars">
      <p>{sayWhere(isListed, published)}</p>
      <p>
        <a href="/regulars">The regulars</a> are named with their website, their latest post and the number of
        their comments, as they stand under these already, and in the list for readers of feeds with the feed
        of that website.
      </p>
      <GuestForm action={changeListing} focusOn="regulars">
        <button className="btn" type="submit" name="listed" value={isListed ? 'no' : 'yes'}>
          {isListed ? 'Take me off' : 'Name me there'}
        </button>
      </GuestForm>
    </Part>
  )
}

function sayWhere(isListed: boolean, published: number): string {
  if (!isListed) return 'You are not named, and will not be unless you say so.'
  return published < fewestComments
    ? `You asked to be named, and will be once ${fewestComments} comments of yours are published.`
    : 'You are named among the regulars.'
}
