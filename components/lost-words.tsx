/**
 * The words of an address that leads nowhere, in the field of its page that searches, where a slip in one of them is
 * forgiven. The page lies ready and is the same for every address: the browser alone knows which it was.
 */
const lostWords = `try{const last=decodeURIComponent(location.pathname).split('/').filter(Boolean).pop()
if(/\\p{L}/u.test(last))document.getElementById('q').value=last.replace(/\\.(html?|php|aspx?)$/,'').replace(/[-_+]+/g,' ')}catch{}`

export function LostWords() {
  return <script dangerouslySetInnerHTML={{ __html: lostWords }} />
}
