/** Draws the search box that `window.box` describes, by means that no framework gives it, and opens what is chosen. */
const ARTICLES = [
  ['idle', 'Idle time'],
  ['idle-end', 'The end of idle time'],
  ['tabs', 'Tabs'],
]
const { field, item, opens, place, enter } = window.box
const main = document.querySelector('main')
const bar = document.querySelector('#bar')

const make = (html) => {
  const holder = document.createElement('div')
  holder.innerHTML = html
  return holder.firstElementChild
}
const open = (id) => {
  const path = `/articles/${id}`
  if (opens === 'assign') return location.assign(path)
  history.pushState(null, '', path)
  list.remove()
  dialog?.remove()
  main.innerHTML = `<article><h1>${id}</h1><p>See <a href="/articles/tabs">tabs</a>.</p></article>`
}

const form = make(field)
const input = form.matches('input') ? form : form.querySelector('input')
const list = make('<div class="list"></div>')
let dialog
let active = 0

const draw = () => {
  const words = input.value.toLowerCase()
  if (words === list.dataset.words) return
  const found = ARTICLES.filter(([, title]) => words !== '' && title.toLowerCase().includes(words))
  active = 0
  list.replaceChildren(...found.map(drawn))
  list.dataset.words = words
}
const drawn = ([id, title]) => {
  const one = make(item.replaceAll('ID', id).replace('TITLE', title))
  one.addEventListener('click', (event) => {
    event.preventDefault()
    open(id)
  })
  one.dataset.id = id
  return one
}
const onEnter = (event) => {
  const chosen = list.children[active]
  if (event.key !== 'Enter' || !chosen) return
  event.preventDefault()
  event.stopImmediatePropagation()
  open(chosen.dataset.id)
}
input.addEventListener('input', () => setTimeout(draw, 50))
input.addEventListener('keydown', ({ key }) => {
  if (key === 'ArrowDown') active++
})
if (enter === 'window') window.addEventListener('keydown', onEnter, true)
if (enter === 'field') input.addEventListener('keydown', onEnter)
if (enter === 'submit')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    open(list.children[active].dataset.id)
  })

const places = {
  bar: () => bar.append(form, list),
  portal() {
    bar.append(form)
    document.body.append(list)
  },
  dialog() {
    dialog = make('<div role="dialog" aria-label="Find"><button type="button">Close</button></div>')
    dialog.append(form, list)
    document.body.append(dialog)
  },
  native() {
    dialog = make('<dialog><button type="button">Close</button></dialog>')
    dialog.append(form, list)
    document.body.append(dialog)
    dialog.showModal()
  },
  shadow() {
    const host = document.createElement('site-search')
    host.attachShadow({ mode: 'open' }).append(form, list)
    bar.append(host)
  },
}
places[place]()
document.documentElement.dataset.ready = ''
