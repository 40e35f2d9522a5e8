/**
 * Keeps the host on which a reader passed something on last, from a card of the post or its row: words that they select
 * are offered for it. A line of the page, as whoever shares may leave before React has begun.
 */
const keepNetwork = `addEventListener('click',({target})=>{const link=target.closest('fieldset a');if(link)try{localStorage.network=link.host}catch{}})`

export function KeepNetwork() {
  return <script dangerouslySetInnerHTML={{ __html: keepNetwork }} />
}
