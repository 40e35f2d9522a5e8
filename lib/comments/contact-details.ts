import { findBareAddresses } from './bare-addresses'

const international = /(?<![\p{L}\p{N}-])(?:\+|00)\d[\d \u00A0().-]{7,18}\d(?![a-z\d])/u
/** `(020) 7946 0018`, `0909 555 012`, `07700900123`, `13800005555`; not the ten figures of an ISBN, nor those within an id. */
const national =
  /(?<![a-z\d-]|ISBN[: ]{0,2})(?:\(0\d{2,5}\)[\d \u00A0.-]{5,12}\d|0\d{2,4}[ .-]\d{3,4}[ .-]\d{3,4}|0\d{9,10}|1[3-9]\d{9})(?![a-z\d])/iu
const messenger =
  /(?<![a-zа-я])(?:whats ?app|telegram|телеграмм?|ватсап|viber|вайбер|wechat|weixin|微信|加v|line id|skype|signal|kik|واتساب|واتس اب|تلجرام)[^\p{L}\p{N}\n]{0,5}(?:(?:number|no|id|me|us|at|on|號|号)[^\p{L}\p{N}\n]{0,5})?(?:@\w|\+?\d{3}|[a-z]+\d{2})/iu

/** True when a text says where to write or call its writer outside of the blog: an e-mail address, a telephone number, an account. */
export function givesContact(text: string): boolean {
  return (
    findBareAddresses(text).mails.length > 0 ||
    international.test(text) ||
    national.test(text) ||
    messenger.test(text)
  )
}
