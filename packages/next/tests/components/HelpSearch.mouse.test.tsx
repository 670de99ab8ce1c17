/** @jest-environment jest-fixed-jsdom */
import { expect, test } from '@jest/globals'
import { fireEvent, screen } from '@testing-library/react'
import { field, list, showSearchBar } from './searchBar.js'

async function secondOption() {
  const bar = showSearchBar()
  await bar.user.type(field(), 'idle')
  return { ...bar, option: screen.getByRole('option', { name: 'Tabs and windows' }) }
}

test('a click on an option opens its article inside the app', async () => {
  const { user, visited, option } = await secondOption()
  await user.click(option)
  expect(visited).toEqual(['/en/articles/tabs'])
  expect(field().value).toBe('')
  expect(list()).toBeNull()
})

test('a click with Ctrl is left to the browser, and the list stays', async () => {
  const { visited, option } = await secondOption()
  // jsdom cannot open tabs: keep it from trying, after the component had its say.
  let leftToBrowser = false
  window.addEventListener(
    'click',
    (event) => {
      leftToBrowser = !event.defaultPrevented
      event.preventDefault()
    },
    { once: true },
  )
  fireEvent.click(option, { ctrlKey: true })
  expect(leftToBrowser).toBe(true)
  expect(visited).toEqual([])
  expect(list()).not.toBeNull()
})

test('an option is a link that says what it leads to and where it stands', async () => {
  const { option } = await secondOption()
  expect(option.getAttribute('href')).toBe('/en/articles/tabs')
  expect(option.dataset).toMatchObject({ helpArticle: 'tabs', helpPosition: '2' })
  expect(option.closest('[data-help-search]')?.contains(field())).toBe(true)
})

test('pressing the button on an option keeps the focus in the field', async () => {
  const { user, option } = await secondOption()
  await user.pointer({ keys: '[MouseLeft>]', target: option })
  expect(document.activeElement).toBe(field())
  expect(list()).not.toBeNull()
})

test('options are not stops of the Tab key', async () => {
  const { option } = await secondOption()
  expect(option.tabIndex).toBe(-1)
})

test('a click into a field with text opens its closed list again', async () => {
  const { user } = await secondOption()
  await user.keyboard('{Escape}')
  await user.click(field())
  expect(list()).not.toBeNull()
})
