/**
 * Runs before the first paint and as long as the page lives, so that it needs neither the server (pages are
 * static) nor React: shows the kept theme, in the frame of the browser too, keeps the one that is chosen, and marks the
 * page as scripted.
 */
export const themeScript = `(()=>{
const root=document.documentElement,store='theme'
const themes=['light','dark']
const show=theme=>{
const chosen=themes.includes(theme)
if(chosen)root.dataset.theme=theme;else delete root.dataset.theme
document.querySelectorAll('meta[name=theme-color]').forEach((meta,at)=>{meta.media=!chosen?'(prefers-color-scheme:'+themes[at]+')':theme===themes[at]?'all':'not all'})
}
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
