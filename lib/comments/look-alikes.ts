/**
 * Letters of other alphabets, and signs, that are taken for a Latin letter or a figure: those that confusables.txt of
 * UTS #39, version 17.0.0 (https://www.unicode.org/Public/security/17.0.0/confusables.txt, © Unicode, Inc., under
 * https://www.unicode.org/license.txt) gives one for, where NFKD and lower case do not already. Ours are the small
 * capitals it leaves out, and the signs `@ € $ | !` and `ǝ п`. Rows are in the order of their characters.
 */
const lookAlikes: Record<string, string> = {
  a: '@ɑαаᗅᴀ⍶⍺ꓮꭺ𐊠𖽀',
  ae: 'æӕ',
  b: 'ƀƃƅɓʙβвьѣҍᏼᑲᑳᖯᗷⲃꓐꞵꮟ𐊂𐊡𐌁𖻑',
  c: '¢ȼςσсҫငၚᴄ₡ⲥꓚꮯ𐊢𐌂𐐽𐔜𑣩𑣲🅮🝌',
  d: 'ðđƌɖɗԁᑯᗞᗪᴅ₫ꓒꓓꭰꮷ',
  e: 'ǝɇεеҽҿᴇ€℮⋿ⴹꓰꬲꭼ𐊆𑣎',
  f: 'ƒϝքᖴᵮẝꓝꞙꬵ𐊇𐊥𐔥𑣂𝈓',
  g: 'ƍǥɠɡɢԍցᏻᶃꓖꮐ',
  h: 'ħɦʜнћңһӈӊհᏺᕼⱨⲏꓧꚕꮋꮒ𐋏',
  i: 'ıɨɩɪιіւᵻᵼ⍳⍸ⲓꙇꭵ𑣃',
  j: 'ɉʝϳјᒍᴊꓙꭻ',
  k: 'ƙκкқҟᛕᴋ₭ⱪⲕꓗꝁꮶ𐔘',
  l: '!|łƚǀɫɭʟӏ׀וןا١ٳ۱ߊᒪᛁ∣⏽│ⳑⵏꓡꓲꮮ𐊊𐌉𐌠𐑃𐔦𑣒𑷚𑷡𖻅𖼖𖼨𝈪𞣇',
  m: 'μϻмӎᗰᛖᴍⲙꓟꮇ𐊰𐌑',
  n: 'ŋƞɲɳɴηпղոռᵰⲛꓠ𐆎𐔓',
  o: 'ºøɵθοоѳөօסه٥ھہە۵ۿ߀०০੦૦ଠ୦௦౦೦ഠ൦๐໐တဝ၀თჿዐ០ᴏᴑ⊖⊝⍬ⲑⲟⴱⵁⵔ〇ꓳꝋꬽꬾꭴꮎꮻ𐊒𐊫𐐬𐓪𐔖𑓐𑣈𑣗𑣠𑷠𝈚🜔',
  oe: 'œ',
  p: 'þƥƿρϸрᑭᴘᵽ⍴ⲣⳏꓑꮲ𐊕',
  q: 'ʠԛգզⵕ',
  r: 'ɍɼɽʀгғᖇᴦᵲⲅꓣꭇꭈꭱꮁꮢ𐓜𖼵𝈖',
  s: '$ʂѕտടᵴꓢꜱꮥꮪ𐊖𐑈𑣁𖼺',
  t: 'ŧƭʈτтҭᴛᵵ₮⊤⍡⟙ⱦⲧꓔꭲ𐊗𐊱𐌕𑣜𖼊🝨',
  u: 'ʉʋυџսሀᑌᴜᵾ∪⋃ꓴꞟꭎꭒꮜ𐓶𑣘𖽂',
  v: 'νѵט٧۷ᐯᴠ∨⋁ⴸꓦꛟꮩ𐆗𐔝𑜆𑣀𖼈𝈍🜈',
  w: 'ɯшѡѽԝաᴡ₩ⲽꓪꝡꮃꮤ𑓅𑜊𑜎𑜏𑣦𑣯',
  x: '×χхҳᕁᕽ᙭᙮ᚷ╳⤫⤬⨯⨰ⲭⵝꓫꭓ𐆖𐊐𐊴𐌗𐌢𐔧𑣬',
  y: '¥ƴɏɣʏγуүұყᶌỿⲩꓬꭚꭹꮍ𐊲𑣄𖽃',
  z: 'ƶȥʐζᴢᵶꓜꮓ𐋵𑣉𑣥',
  2: 'ƨƻϩᒿꙅꛯꝛ',
  3: 'ȝɜʒзҙӡ३૩ⲝⳅⳍꝫ𑣊𖼻𝈆',
  4: 'ꮞ𑣏',
  5: 'ƽ𑣛',
  6: 'ϭбⳓⳝꮾ𑣕',
  7: '𐓺𑣆𝈒',
  8: 'ȣ৪੪𐌚𞣋',
  9: '৭੧୨൭ⳋꝯ𑣌𑣖',
}

/** Capitals that look like another letter than their small ones do. */
const greekCapitals = new Map([
  ['Ν', 'n'],
  ['Η', 'h'],
  ['Υ', 'y'],
])

const letters = new Map(
  Object.entries(lookAlikes).flatMap(([letter, others]) => [...others].map((other) => [other, letter])),
)

/** Enclosed letters that NFKD leaves as they are: first code point of an alphabet from A to Z. */
const enclosed = [0x1f150, 0x1f170, 0x1f1e6]

/**
 * What a text looks like in small Latin letters and figures, as far as it does: `Ünpıсkеd` becomes `unpicked`. What
 * is invisible is left out, what looks like nothing Latin stays.
 */
export function toLatin(text: string): string {
  const plain = text.normalize('NFKD').replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
  return Array.from(
    plain,
    (character) => greekCapitals.get(character) ?? openEnclosed(character).toLowerCase(),
  )
    .map((character) => letters.get(character) ?? character)
    .join('')
}

/** The Latin letter or figure that a letter of another alphabet is taken for; null when it looks like none. */
export function findLookAlike(letter: string): string | null {
  return greekCapitals.get(letter) ?? letters.get(letter.toLowerCase()) ?? null
}

function openEnclosed(character: string): string {
  const point = character.codePointAt(0) ?? 0
  const first = enclosed.find((start) => point >= start && point < start + 26)
  return first === undefined ? character : String.fromCharCode(97 + point - first)
}
