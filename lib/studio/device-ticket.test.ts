import { expect, test } from 'vitest'
import { makeTicket, readTicket } from './device-ticket'

test('a ticket is known by the key it was made with, and by no other', () => {
  const ticket = makeTicket('key')
  expect(readTicket('key', ticket)).toBe(ticket.split('.')[0])
  expect(readTicket('other key', ticket)).toBeNull()
  expect(makeTicket('key')).not.toBe(ticket)
})

test.each(['', '.', 'id', 'id.', '.seal', 'id.seal'])('%j is none', (forged) => {
  expect(readTicket('key', forged)).toBeNull()
})

test('what was changed or added to is none', () => {
  const ticket = makeTicket('key')
  expect(readTicket('key', `x${ticket}`)).toBeNull()
  expect(readTicket('key', `${ticket}.x`)).toBeNull()
})
