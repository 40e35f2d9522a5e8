/**
 * The words of an address that leads nowhere, in the field of its page that searches, where a slip in one of them is
 * forgiven. The page lies ready and is the same for every address: the browser alone knows which it was.
 */
const lostWords = `{const words=/\\/([\\w-]*[a-z][\\w-]*)$/i.exec(location.pathname)
if(words)document.getElementById('q').value=words[1].replace(/[-_]+/g,' ')}`

export function LostWords() {
  return <script dangerouslySetInnerHTML={{ __html: lostWords }} />
}
