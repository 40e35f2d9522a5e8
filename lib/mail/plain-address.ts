/** The dot-atom form alone, as browsers accept it (HTML Standard, valid e-mail address), with at least one dot in the domain. */
const address =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i

/** True for an e-mail address that means one mailbox to every mail program: no name, comment, list or quotes around it. */
export function isPlainAddress(text: string): boolean {
  return address.test(text)
}
