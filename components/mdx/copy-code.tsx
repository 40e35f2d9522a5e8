/** Copies the code beside a pressed button and says so for two seconds; when the browser refuses, selects it instead. */
const copyCode = `{let undo
addEventListener('click',async({target})=>{
const button=target.closest('.code>button')
if(!button)return
const[pre,,status]=button.parentNode.children
const say=said=>{
button.children[0].hidden=said==0
button.children[1].hidden=said!=0
for(const index in[0,1])status.children[index].hidden=index!=said
}
let said=0
try{await navigator.clipboard.writeText(pre.textContent)}
catch{getSelection().selectAllChildren(pre);said=1}
say(said)
clearTimeout(undo)
undo=setTimeout(say,2000)
})}`

/** Once on a page that has code. */
export function CopyCode() {
  return <script dangerouslySetInnerHTML={{ __html: copyCode }} />
}
