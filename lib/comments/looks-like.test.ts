import { expect, test } from 'vitest'
import { looksLike } from './looks-like'
import { readCorpus } from './testing/read-corpus'

const author = 'Unpicked'

/** One to a stroke; what would not be seen is escaped. */
const written = String.raw`
Unpicked / unpicked / UNPICKED / uNPICKED / Un picked / U n p i c k e d / Un-picked / Un_picked / U.n.p.i.c.k.e.d / UN PICKED
"Unpicked" / (Unpicked) / «Unpicked» / Unpicked. / Unpicked! / Unpicked… / ~Unpicked~ / |Unpicked| / $Unpicked$ / _Unpicked_ / ★ Unpicked ★ / Unpicked ◆ / Unpicked ✓
Unpicked ✔️ / Unpicked 🧵 / @Unpicked / #Unpicked / Unpicked™ / Unpicked® / Unpicked 1 / Unpicked2 / Unpicked 2026 / Unpicked (2)
Unpicked Author / Unpicked (author) / Unpicked ◆ Author / Author Unpicked / UnpickedAuthor / Unpicked Admin / Admin Unpicked
Unpicked_admin / The Unpicked / The Real Unpicked / real unpicked / Official Unpicked / Unpicked Official / Unpicked Team / Team Unpicked
Unpicked Staff / Unpicked Blog / The Unpicked Blog / Unpicked Support / Unpicked Moderator / Unpicked (mod) / Unpicked Editor / Writer: Unpicked
Author / The Author / Admin / ADMIN / Аdmin / Administrator / Moderator / Site Owner / Webmaster / Blog Author / Staff / Editor
Unp1cked / Unplcked / UnpIcked / UNPlCKED / Unp|cked / Unp!cked / Unpick3d / Unp1ck3d / Unpickecl / UNP1CK3D
Ünpicked / Unpïcked / Unpíçkéd / Ùñpîckèd / Unpıcked / Unpickeđ / Ūńṕíćḱéď / U\u0308npicked / U\u0336n\u0336p\u0336i\u0336c\u0336k\u0336e\u0336d\u0336
Un\u200Bpicked / Un\u200Dpicked / Un\u200Cpicked / Un\u2060picked / \uFEFFUnpicked / Un\u00ADpicked / Unpicked\u3164 / Un\u034Fpicked / Un\uFE0Fpicked
Un\u00A0picked / Un\u2009picked / Un\u3000picked / Un\u2800picked / \u202EUnpicked / Un\u061Cpicked
Unрicked / Unpiсked / Unpickеd / Unpіcked / Unpiсkеd / Unрісkеd / Unpicкed / Unpickeԁ / Unрiсkеԁ / UNРICKED / UNPIСKED / UNPICКED / UNPICKЕD
Uոpicked / Սnpicked / սոрісkеԁ / Unρicked / Unpιcked / Unpicκed / Unpickεd / UΝPICKED / UNPIϹKED / υnpicked / uηpicked / Uпpicked
Ｕｎｐｉｃｋｅｄ / ＵＮＰＩＣＫＥＤ / 𝐔𝐧𝐩𝐢𝐜𝐤𝐞𝐝 / 𝑈𝑛𝑝𝑖𝑐𝑘𝑒𝑑 / 𝑼𝒏𝒑𝒊𝒄𝒌𝒆𝒅 / 𝒰𝓃𝓅𝒾𝒸𝓀ℯ𝒹 / 𝓤𝓷𝓹𝓲𝓬𝓴𝓮𝓭 / 𝔘𝔫𝔭𝔦𝔠𝔨𝔢𝔡 / 𝕌𝕟𝕡𝕚𝕔𝕜𝕖𝕕 / 𝖀𝖓𝖕𝖎𝖈𝖐𝖊𝖉
𝖴𝗇𝗉𝗂𝖼𝗄𝖾𝖽 / 𝗨𝗻𝗽𝗶𝗰𝗸𝗲𝗱 / 𝘜𝘯𝘱𝘪𝘤𝘬𝘦𝘥 / 𝙐𝙣𝙥𝙞𝙘𝙠𝙚𝙙 / 𝚄𝚗𝚙𝚒𝚌𝚔𝚎𝚍 / Ⓤⓝⓟⓘⓒⓚⓔⓓ / 🅤🅝🅟🅘🅒🅚🅔🅓 / 🅄🄽🄿🄸🄲🄺🄴🄳 / 🆄🅽🅿🅸🅲🅺🅴🅳 / 🇺🇳🇵🇮🇨🇰🇪🇩
ᴜɴᴘɪᴄᴋᴇᴅ / Uɴᴘɪᴄᴋᴇᴅ / ᵁⁿᵖⁱᶜᵏᵉᵈ / ᵘⁿᵖⁱᶜᵏᵉᵈ / ᑌnpicked / Unᑭicked / Ꮜnpicked / Unpicᛕed / Unрiсkеd Аdmin / Тhe Unpicked / Unpicked (Аuthоr)`
  .trim()
  .replace(/\\u([0-9A-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  .split(/ \/ |\n/)

/** Each single letter of the name, replaced by each that is taken for it. */
const others: Record<string, string> = {
  u: 'υսᴜʋ∪úûů',
  n: 'ոռηɴñпńņň',
  p: 'рρᴘþ',
  i: 'іıɪ1l|!ιí',
  c: 'сϲᴄçⅽ',
  k: 'кκᴋķ',
  e: 'еҽ3ēé€',
  d: 'ԁđɗᴅď',
}
const replaced = Array.from('unpicked').flatMap((letter, at) =>
  Array.from(others[letter] ?? '', (other) => 'unpicked'.slice(0, at) + other + 'unpicked'.slice(at + 1)),
)

const variants = [...new Set([...written, ...replaced])]

test('more than 200 ways to look like the author are seen through', () => {
  expect(variants.length).toBeGreaterThanOrEqual(200)
  const missed = variants.filter((name) => !looksLike(name, author))
  console.info(`T9: ${variants.length - missed.length} of ${variants.length} names seen through`)
  expect(missed).toEqual([])
})

test.each([
  ['Bo', ['Bo', 'B0', 'Во', '8o', 'bo (author)'], ['Bob', 'Boa', 'Ob', 'B.']],
  ['Анна', ['Анна', 'Aнна', 'АННА', 'анна (author)'], ['Инна', 'Аня']],
  ['小林', ['小林', ' 小 林 ', '小林 (author)'], ['小森', '林']],
  [
    'Wren Miller',
    ['wren miller', 'WrenMiller', 'VVren Miller', 'Wren Mi11er', 'Wren rniller'],
    ['Wren', 'Miller'],
  ],
  ['The Real Blog', ['The Real Blog', 'the real b1og'], ['The Wren']],
])('for an author called %s', (name, alike, different) => {
  expect(alike.filter((other) => !looksLike(other, name))).toEqual([])
  expect(different.filter((other) => looksLike(other, name))).toEqual([])
})

test('nobody else is taken for the author', () => {
  const names = [
    'Picked',
    'Unpick',
    'Unpicked fan',
    'Unpicking',
    'Handpicked',
    'Ned',
    'Theo',
    'Modesty',
    'Ted Moss',
    '…',
    '🧵',
  ]
  const strangers = [...names, ...readCorpus('honest.txt').map(({ name }) => name)]
  expect(strangers.filter((name) => looksLike(name, author))).toEqual([])
})
