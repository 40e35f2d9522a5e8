/**
 * Ctrl-K and Cmd-K open the search, unless somebody types in another field. All that a page carries of it: the dialog
 * comes when it is first asked for, with the letters that were typed meanwhile, and where it does not come, its page does.
 */
const searchKeys = `{let typed
addEventListener('keydown',event=>{
const{key,target,ctrlKey,metaKey,altKey,shiftKey}=event
if(altKey||target.closest('input:not([type=search],[type=radio],[type=checkbox]),textarea,select,[contenteditable]'))return
if(typed!=null&&key.length==1&&!ctrlKey&&!metaKey)typed+=key
else if(key!='k'&&key!='K'||ctrlKey==metaKey||shiftKey)return
else if(typed==null){typed=''
import('/search-dialog.js').then(it=>it.openSearch(target,typed),()=>{location='/search'+(typed&&'?q='+encodeURIComponent(typed))}).finally(()=>{typed=null})}
event.preventDefault()
})}`

export function SearchKeys() {
  return <script dangerouslySetInnerHTML={{ __html: searchKeys }} />
}
