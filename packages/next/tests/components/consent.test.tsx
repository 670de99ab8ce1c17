/** @jest-environment jest-fixed-jsdom */
import { afterEach, describe, expect, test } from '@jest/globals'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { ConsentBanner, ConsentChoice } from '../../src/index.js'
import { putEngineOnPage, takeEngineOffPage } from './engineOnPage.js'

afterEach(takeEngineOffPage)

const banner = () => screen.queryByRole('region', { name: 'Your choice about counting' })
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

describe('the banner', () => {
  test('asks a reader who has not chosen', () => {
    putEngineOnPage()
    render(<ConsentBanner />)
    expect(banner()).not.toBeNull()
  })

  test.each(['granted', 'refused'] as const)('does not ask a reader who has %s', (consent) => {
    putEngineOnPage({ consent })
    render(<ConsentBanner />)
    expect(banner()).toBeNull()
  })

  test.each([
    ['Accept', 'granted'],
    ['Refuse', 'refused'],
  ])('%s is told to the engine and ends the asking', async (button, consent) => {
    const engine = putEngineOnPage()
    render(<ConsentBanner />)
    await press(button)
    expect(engine.store.getState().consent).toBe(consent)
    expect(banner()).toBeNull()
  })

  test('goes when the choice is made in another tab', () => {
    const engine = putEngineOnPage()
    render(<ConsentBanner />)
    act(() => engine.setConsent('refused'))
    expect(banner()).toBeNull()
  })

  test('is no part of the page before hydration, so that it never flashes at those who chose', () => {
    putEngineOnPage()
    expect(renderToString(<ConsentBanner />)).toBe('')
  })

  test('asks nothing where nobody would hear the answer', () => {
    render(<ConsentBanner />)
    expect(banner()).toBeNull()
  })

  test('asks once under StrictMode', () => {
    putEngineOnPage()
    render(<ConsentBanner />, { reactStrictMode: true })
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Refuse', 'Accept'])
  })

  test('is not a dialog and takes no focus', () => {
    putEngineOnPage()
    render(<ConsentBanner />)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(document.body)
  })
})

describe('the way back', () => {
  test('is not there before the first choice', () => {
    putEngineOnPage()
    const { container } = render(<ConsentChoice />)
    expect(container.textContent).toBe('')
  })

  test('lets a reader take the choice back, and again', async () => {
    const engine = putEngineOnPage({ consent: 'granted' })
    render(<ConsentChoice />)
    await press('Stop counting')
    expect(engine.store.getState().consent).toBe('refused')
    expect(screen.getByRole('status').textContent).toBe('Your visit is not counted.')
    await press('Allow counting')
    expect(engine.store.getState().consent).toBe('granted')
  })
})
