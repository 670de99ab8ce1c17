import type { Article } from '../trace.js'

const ARTICLES: readonly Article[] = ['a', 'b', 'c']
const each = (link: (article: Article) => string) => ARTICLES.map(link).join('')
const href = (article: Article) => `href="/en/articles/${article}"`

const HTML = `
  <main>
    <a id="home" href="/en">Home</a>
    ${each((article) => `<a id="link-${article}" ${href(article)}></a>`)}
    ${each((article) => `<a id="blank-${article}" target="_blank" ${href(article)}></a>`)}
    ${each((article) => `<a id="named-${article}" target="other" ${href(article)}></a>`)}
    <aside data-help-via="suggestion">${each((article) => `<a id="suggestion-${article}" ${href(article)}></a>`)}</aside>
    <div data-help-search><input>${each((article) => `<a role="option" id="option-${article}" ${href(article)}></a>`)}</div>
    <button id="button"></button>
  </main>`

export interface Site {
  element(id: string): HTMLElement
  /** The search field, pointing to that option. */
  field(option?: Article): HTMLElement
  remove(): void
}

/** One page with every link there is, built once: all documents of all tabs share it, and each hears only its own reader. */
export function buildSite(): Site {
  document.body.innerHTML = HTML
  // The tests decide what a click leads to.
  const prevent = (event: Event) => event.preventDefault()
  document.addEventListener('click', prevent)
  const field = document.querySelector('input')!
  return {
    element: (id) => document.getElementById(id)!,
    field(option) {
      if (option) field.setAttribute('aria-activedescendant', `option-${option}`)
      else field.removeAttribute('aria-activedescendant')
      return field
    },
    remove() {
      document.removeEventListener('click', prevent)
      document.body.innerHTML = ''
    },
  }
}
