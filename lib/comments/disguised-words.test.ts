import { expect, test } from 'vitest'
import { findDisguisedWords } from './disguised-words'

test.each([
  ['one letter of another alphabet', 'the best сasino', ['сasino']],
  ['several', 'vіаgra and Сiаlis', ['vіаgra', 'Сiаlis']],
  ['Greek ones', 'cαsino, pιlls', ['cαsino', 'pιlls']],
])('%s is seen', (_case, text, words) => {
  expect(findDisguisedWords(text)).toEqual(words)
})

test.each([
  ['Latin', 'casino, naïve, Łódź'],
  ['Cyrillic', 'казино, асса'],
  ['both, side by side', 'Спасибо, WordPress и Git!'],
  ['a Cyrillic ending', 'Скинул PDFку и SMSки, IPшка, Git-ом'],
  ['units and signs', '5 μm, 10 µs, αβ, Δt, λx'],
  ['a letter that hides nothing', 'Жiguli'],
  ['Chinese beside Latin', '用PDF看的，谢谢Wren'],
])('%s is no disguise', (_case, text) => {
  expect(findDisguisedWords(text)).toEqual([])
})
