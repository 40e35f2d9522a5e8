import { expect, test } from 'vitest'
import { givesContact } from './contact-details'

test.each([
  'Write to nell@example.com',
  'mailto:nell@example.com',
  '+44 20 7946 0018',
  '+4402079460018',
  '0044 20 7946 0018',
  '(020) 7946 0018',
  'call +1 (305) 555-0199 now',
  'WhatsApp: 07700900123',
  'Telegram @nell_mends',
  'find me on telegram: @nell',
  'gọi 0909 555 012',
  '电话 13800005555',
  '詳細はLINE ID: work777',
  '微信号：kp88886666',
  'واتساب: 0600555019',
])('%s tells where to go', (text) => {
  expect(givesContact(text)).toBe(true)
})

test.each([
  'She sent it on WhatsApp, and I cried.',
  'I left Telegram in 2019.',
  'The signal: 3 knocks.',
  '14 + 9 + 11 is 34',
  '24 Nov 2026, 12:30',
  '2026-11-24 08:14:00',
  'ISBN 0141439629',
  'ISBN: 0141439629',
  'ISBN 978-0-14-143962-9',
  '+1, and +100 to that',
  'Row 31, 32, 33, 34, 35, 36, 37',
  'v1.2.3 (2020) 12 pages',
  '1 234 567,89 €',
  '192.168.0.1:3000',
  'nell @ home',
])('%s does not', (text) => {
  expect(givesContact(text)).toBe(false)
})
