/** @jest-environment jest-fixed-jsdom */
import { describe, expect, test } from '@jest/globals'
import { fireEvent, screen } from '@testing-library/react'
import { activeTitle, field, list, optionTitles, showSearchBar } from './searchBar.js'

async function typedBar(text = 'idle') {
  const bar = showSearchBar()
  await bar.user.type(field(), text)
  return bar
}

describe('typing', () => {
  test('opens a list of what was found and activates nothing', async () => {
    await typedBar()
    expect(optionTitles()).toEqual(['Idle timeCounting', 'Tabs and windows', 'Install'])
    expect(field().getAttribute('aria-expanded')).toBe('true')
    expect(field().getAttribute('aria-controls')).toBe(list()?.id)
    expect(activeTitle()).toBeNull()
  })

  test('again after an option was active brings the reader back to the field', async () => {
    const { user } = await typedBar()
    await user.keyboard('{ArrowDown}i')
    expect(activeTitle()).toBeNull()
    expect(list()).not.toBeNull()
  })

  test('until the field is empty closes the list', async () => {
    const { user } = await typedBar('i')
    await user.keyboard('{Backspace}')
    expect(list()).toBeNull()
    expect(field().getAttribute('aria-expanded')).toBe('false')
  })
})

describe('arrow keys', () => {
  test('down walks through the options and around', async () => {
    const { user } = await typedBar()
    const seen: (string | null)[] = []
    for (let step = 0; step < 4; step++) {
      await user.keyboard('{ArrowDown}')
      seen.push(activeTitle())
    }
    expect(seen).toEqual(['Idle timeCounting', 'Tabs and windows', 'Install', 'Idle timeCounting'])
    expect(document.activeElement).toBe(field())
  })

  test('up starts at the last option and walks around', async () => {
    const { user } = await typedBar()
    await user.keyboard('{ArrowUp}')
    expect(activeTitle()).toBe('Install')
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}')
    expect(activeTitle()).toBe('Install')
  })

  test('only the active option is selected', async () => {
    const { user } = await typedBar()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    const selected = screen.getAllByRole('option').map((option) => option.getAttribute('aria-selected'))
    expect(selected).toEqual(['false', 'true', 'false'])
  })

  test('down opens a closed list at its first option, up at its last', async () => {
    const { user } = await typedBar()
    await user.keyboard('{Escape}{ArrowDown}')
    expect(activeTitle()).toBe('Idle timeCounting')
    await user.keyboard('{Escape}{ArrowUp}')
    expect(activeTitle()).toBe('Install')
  })

  test('down opens nothing for an empty field', async () => {
    const { user } = showSearchBar()
    await user.click(field())
    await user.keyboard('{ArrowDown}')
    expect(list()).toBeNull()
  })

  test('alt and down opens the list and leaves the reader in the field; alt and up closes it', async () => {
    const { user } = await typedBar()
    await user.keyboard('{Escape}{Alt>}{ArrowDown}{/Alt}')
    expect(list()).not.toBeNull()
    expect(activeTitle()).toBeNull()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(list()).toBeNull()
  })

  test.each([
    ['Home', 0],
    ['End', 4],
    ['ArrowLeft', 3],
  ])('%s leaves the options and moves the caret to %i', async (key, caret) => {
    const { user } = await typedBar()
    await user.keyboard(`{ArrowDown}{${key}}`)
    expect(activeTitle()).toBeNull()
    expect(field().selectionStart).toBe(caret)
    expect(list()).not.toBeNull()
  })
})

describe('Enter', () => {
  test('on an option opens its article and leaves the field empty and closed', async () => {
    const { user, visited } = await typedBar()
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(visited).toEqual(['/en/articles/tabs'])
    expect(field().value).toBe('')
    expect(list()).toBeNull()
  })

  test('with no active option opens nothing and keeps the list', async () => {
    const { user, visited } = await typedBar()
    await user.keyboard('{Enter}')
    expect(visited).toEqual([])
    expect(list()).not.toBeNull()
  })
})

describe('Escape', () => {
  test('first closes the list, then clears the field', async () => {
    const { user } = await typedBar()
    await user.keyboard('{Escape}')
    expect(list()).toBeNull()
    expect(field().value).toBe('idle')
    await user.keyboard('{Escape}')
    expect(field().value).toBe('')
  })

  test('in an empty field is left to whoever else waits for it', async () => {
    showSearchBar()
    expect(fireEvent.keyDown(field(), { key: 'Escape' })).toBe(true)
  })
})

test('Tab leaves the field and closes the list', async () => {
  const { user, visited } = await typedBar()
  await user.keyboard('{ArrowDown}')
  await user.tab()
  expect(document.activeElement).not.toBe(field())
  expect(list()).toBeNull()
  expect(visited).toEqual([])
})

test.each([
  ['a composing browser', { isComposing: true }],
  ['Safari, which ends the composition first', { keyCode: 229 }],
])('keys that belong to an input method do nothing: %s', async (_name, composing) => {
  const { user, visited } = await typedBar()
  await user.keyboard('{ArrowDown}')
  for (const key of ['Enter', 'Escape', 'ArrowDown']) fireEvent.keyDown(field(), { key, ...composing })
  expect(visited).toEqual([])
  expect(activeTitle()).toBe('Idle timeCounting')
})
