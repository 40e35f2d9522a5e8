/**
 * Runs before the first paint and as long as the page lives, so that it needs neither the server (pages are
 * static) nor React: shows the kept theme, keeps the one that is chosen, and marks the page as scripted.
 */
export const themeScript = `(()=>{
const root=document.documentElement,store='theme'
const show=theme=>{if(theme==='light'||theme==='dark')root.dataset.theme=theme;else delete root.dataset.theme}
const kept=()=>{try{return localStorage.getItem(store)}catch{return null}}
const check=()=>{show(kept());const radio=document.getElementById('theme-'+(kept()||'system'));if(radio)radio.checked=true}
root.dataset.scripted=''
show(kept())
addEventListener('DOMContentLoaded',check)
addEventListener('pageshow',check)
addEventListener('storage',event=>{if(event.key===store)check()})
addEventListener('change',({target})=>{
if(target.name!==store)return
show(target.value)
try{target.value==='system'?localStorage.removeItem(store):localStorage.setItem(store,target.value)}catch{}
})
})()`

export function ThemeScript() {
  return <script dangerouslySetInnerHTML={{ __html: themeScript }} />
}
