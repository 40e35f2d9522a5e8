import { SearchForm } from './search-form'

/**
 * While somebody types, of the entries those stay whose date, title and tags have all that was typed, accents and
 * capitals aside, and of the stitches one for each of them; the counts of the years, which are of all posts, go
 * meanwhile. What was typed stands in the address, so that whoever comes back, loads the page again or is sent there
 * finds the same entries. Enter searches the texts, as the form does without JavaScript.
 */
const filter = `{
const plain=text=>text.normalize('NFD').replace(/\\p{M}/gu,'').toLowerCase()
const form=document.querySelector('.archive-filter'),field=form.querySelector('input'),status=form.querySelector('[role=status]')
const kept=new URL(location).searchParams.get('filter')
let entries,months
function narrow(){
entries??=[...document.querySelectorAll('.entry')].map(entry=>{const day=entry.querySelector('time').dateTime
return{entry,month:day.slice(0,7),text:plain([day,...[...entry.children].map(part=>part.textContent)].join(' '))}})
months??=[...document.querySelectorAll('path[data-month]')].map(path=>({path,stitches:path.getAttribute('d').split(/(?=M)/)}))
const sought=plain(field.value).split(/\\s+/).filter(Boolean)
const left={}
let shown=0
for(const{entry,month,text}of entries)if(!(entry.hidden=!sought.every(word=>text.includes(word)))){shown++;left[month]=(left[month]??0)+1}
for(const count of document.querySelectorAll('.year-head p'))count.hidden=sought.length>0
for(const year of document.querySelectorAll('.year'))year.hidden=!year.querySelector('.entry:not([hidden])')
for(const{path,stitches}of months)path.setAttribute('d',stitches.slice(0,left[path.dataset.month]??0).join(''))
status.textContent=sought.length===0?'':shown===0?'No date, no title and no tag has that.':shown+' of '+entries.length
}
field.setAttribute('aria-describedby','q-hint')
if(kept){field.value=kept
addEventListener('DOMContentLoaded',narrow)}
field.addEventListener('input',()=>{narrow()
const address=new URL(location)
if(field.value)address.searchParams.set('filter',field.value)
else address.searchParams.delete('filter')
// Safari refuses a hundred within half a minute: a later key makes good for it.
try{history.replaceState(history.state,'',address)}catch{}
})
}`

/** The search field of the archive: it narrows the list below it, and asks the search. */
export function ArchiveFilter() {
  return (
    <div className="archive-filter">
      <SearchForm>
        {/* Without the script it is not true, and no description of the field. */}
        <small className="scripted" id="q-hint">
          The list narrows as you type. Search looks into the texts, too.
        </small>
      </SearchForm>
      <p className="meta" role="status" />
      <script dangerouslySetInnerHTML={{ __html: filter }} />
    </div>
  )
}
