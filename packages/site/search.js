import { findIn, indexOf } from './find.js'
import MiniSearch from './minisearch.js'

const [field, list, none] = ['#search', '#found', '#none'].map((each) => document.querySelector(each))
const most = 12

let index = null
function load() {
  index ??= fetch(new URL('sections.json', import.meta.url))
    .then((response) => response.json())
    .then((sections) => indexOf(sections, MiniSearch))
    .catch(() => {
      index = null // the next key tries again
      return null
    })
  return index
}

let latest = Promise.resolve()
async function find() {
  const text = field.value.trim()
  const search = text === '' ? null : await load()
  if (text !== field.value.trim()) return // there is a later one
  const found = search === null ? [] : findIn(search, text).slice(0, most)
  list.replaceChildren(...found.map(itemOf))
  none.hidden = search === null || found.length > 0
  show(found.length > 0)
}

function show(isOpen) {
  list.hidden = !isOpen
  field.ariaExpanded = String(isOpen)
  select(null)
}

function close() {
  show(false)
  none.hidden = true
}

function select(option) {
  for (const each of options()) each.ariaSelected = String(each === option)
  if (option === null) return field.removeAttribute('aria-activedescendant')
  field.setAttribute('aria-activedescendant', option.id)
  option.scrollIntoView({ block: 'nearest' })
}

const options = () => [...list.querySelectorAll('[role=option]')]

/** Selects an option so many places after the selected one; before the first comes none, then the last. */
function move(by) {
  const all = options()
  const places = all.length + 1
  const at = all.findIndex((each) => each.ariaSelected === 'true') + 1
  select(all[((at + by + places) % places) - 1] ?? null)
}

function itemOf({ id, heading, page }, at) {
  const link = textIn('a', heading)
  link.href = new URL(`.${id}`, import.meta.url).href
  link.id = `found-${at}`
  link.role = 'option'
  link.tabIndex = -1
  if (page !== heading) link.append(' ', textIn('small', page))
  const item = document.createElement('li')
  item.role = 'none'
  item.append(link)
  return item
}

function textIn(name, text) {
  const element = document.createElement(name)
  element.textContent = text
  return element
}

const keys = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  async Enter() {
    await latest
    const all = options()
    const chosen = all.find((each) => each.ariaSelected === 'true') ?? all[0]
    chosen?.click()
  },
  Escape() {
    field.value = ''
    close()
  },
}

const findAgain = () => {
  latest = find()
}
field.addEventListener('input', findAgain)
field.addEventListener('focus', () => {
  load()
  findAgain()
})
field.addEventListener('keydown', (event) => {
  const act = event.isComposing ? undefined : keys[event.key]
  if (act === undefined) return
  event.preventDefault()
  act()
})
list.addEventListener('click', close) // the place may be on this page
field.parentElement.addEventListener('focusout', ({ relatedTarget }) => {
  if (!field.parentElement.contains(relatedTarget)) close()
})
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || document.activeElement === field) return
  event.preventDefault()
  field.focus()
})
