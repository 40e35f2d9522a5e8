/**
 * Ctrl-K and Cmd-K open the search, unless somebody types in another field. All that a page carries of it: the dialog
 * comes when it is first asked for, and where it does not come, its page does.
 */
const searchKeys = `addEventListener('keydown',event=>{
const{key,target,ctrlKey,metaKey,altKey,shiftKey}=event
if(key!='k'&&key!='K'||ctrlKey==metaKey||altKey||shiftKey||target.closest('input:not([type=search],[type=radio],[type=checkbox]),textarea,select,[contenteditable]'))return
event.preventDefault()
import('/search-dialog.js').then(it=>it.openSearch(target),()=>{location='/search'})
})`

export function SearchKeys() {
  return <script dangerouslySetInnerHTML={{ __html: searchKeys }} />
}
