import { afterEach, expect, jest, test } from '@jest/globals'
import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'

const SLOT = Symbol.for('helptally')

afterEach(() => {
  delete process.env.HELPTALLY_OPTIONS
})

test('case 41: on a server the boot module and the components touch no page and start nothing', async () => {
  const complained = jest.spyOn(console, 'error')
  expect(typeof window).toBe('undefined')
  process.env.HELPTALLY_OPTIONS = JSON.stringify({ site: 'docs', articles: '/articles/:slug', basePath: '' })
  await import('../src/instrument.js')
  const { Helptally } = await import('../src/components/Helptally.js')
  const { ArticleFeedback, configureHelp, track, useConsent, useHelpSearch, useHelpSession } = await import(
    '../src/index.js'
  )
  configureHelp({ consent: 'granted' })
  track({ name: 'help.contact.start', method: 'form' })

  function Seen(): ReactElement {
    const { onQuery, onResults } = useHelpSearch()
    onQuery('idle')
    onResults({ results: 3 })
    const status = useHelpSession((help) => help.status)
    return <p>{`${useConsent().consent} ${status}`}</p>
  }
  expect(renderToString(<Seen />)).toBe('<p>unknown off</p>')
  expect(renderToString(<ArticleFeedback />)).toContain('button')
  expect(renderToString(<Helptally />)).toBe('')
  expect(SLOT in globalThis).toBe(false)
  expect(complained).not.toHaveBeenCalled()
  complained.mockRestore()
})
