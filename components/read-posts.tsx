/**
 * Leaves out of the P.S. what this reader has read: the first card that leads to something new is shown, none when there
 * is nothing new. Which posts were read to their end stands in this browser alone, the last 500 of them, and is sent to
 * nobody. It runs where it stands, before the cards are painted, and needs no React.
 */
const readPosts = `{
const list=()=>{try{const kept=JSON.parse(localStorage.getItem('read'));return Array.isArray(kept)?kept:[]}catch{return[]}}
const here=location.pathname,read=list(),cards=[...document.querySelectorAll('.ps')]
const fresh=cards.find(card=>!read.includes(card.querySelector('a').pathname))
for(const card of cards)card.hidden=card!==fresh
const end=[...document.querySelectorAll('.prose>:not(script)')].at(-1)
let timer
const keep=()=>{if(!document.hidden)try{localStorage.setItem('read',JSON.stringify([...list().filter(it=>it!==here),here].slice(-500)))}catch{}}
if(end)new IntersectionObserver(seen=>{
clearTimeout(timer)
if(seen.at(-1).isIntersecting)timer=setTimeout(keep,3000)
}).observe(end)
}`

/** Stands after the cards of the P.S., or where they would stand. */
export function ReadPosts() {
  return <script dangerouslySetInnerHTML={{ __html: readPosts }} />
}
