import { expect, test } from 'vitest'
import { fitScripts } from './page-scripts'

const theme = "<script>(()=>{document.documentElement.dataset.scripted=''})()</script>"
const react = [
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>',
  '<script src="/_next/static/chunks/b.js" async=""></script>',
  '<script src="/_next/static/chunks/c.js" noModule=""></script>',
  '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(["a"])</script>',
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script>',
  '<script>self.__next_f.push([1,"1:\\"$Sreact.fragment\\""])</script>',
]

function pageOf(main: string, scripts = react) {
  const [preload, ...rest] = scripts
  return `<head>${preload}${theme}</head><body>${main}${rest.join('')}</body>`
}

test('a page that says it is still loses the scripts of React, and keeps the one that sets the theme', () => {
  const main = '<main id="main" tabindex="-1" data-scripts="none"><a href="/archive">All</a></main>'
  expect(fitScripts(pageOf(main))).toBe(`<head>${theme}</head><body>${main}</body>`)
})

test('a page that does not say so, or only speaks of it, keeps them', () => {
  for (const main of [
    '<main id="main">A form</main>',
    '<main id="main">&lt;main data-scripts="none"&gt;</main>',
  ]) {
    expect(fitScripts(pageOf(main))).toBe(pageOf(main))
  }
})

test('where a script would be left of them, all are kept', () => {
  const scripts = [...react, '<script>self.__next_f.later()</script>']
  const main = '<main id="main" data-scripts="none"></main>'
  expect(fitScripts(pageOf(main, scripts))).toBe(pageOf(main, scripts))
})

test('a page that can wait for its scripts names them in one of ours, and keeps the rest', () => {
  const main = '<main id="main" data-scripts="late"><form></form></main>'
  const [, file, old, ...rest] = react
  const twice = fitScripts(pageOf(main, [...react, file ?? '']))
  const ours = /<script>\(files=>[\s\S]*?\)\(\["\/_next\/static\/chunks\/b\.js"\]\)<\/script>/
  expect(twice).toMatch(ours)
  expect(twice.replace(ours, '')).toBe(`<head>${theme}</head><body>${main}${old}${rest.join('')}</body>`)
})

test('scripts of another kind than those we know are all run at once', () => {
  const main = '<main id="main" data-scripts="late"></main>'
  const other = '<script src="/_next/static/chunks/d.js" async="" integrity="x"></script>'
  for (const scripts of [[...react, other], react.slice(2)])
    expect(fitScripts(pageOf(main, scripts))).toBe(pageOf(main, scripts))
})
