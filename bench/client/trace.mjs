const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline.stack', 'loading']

/** The events of the browser's trace of what a page does meanwhile. */
export async function readTrace(page, act) {
  const session = await page.context().newCDPSession(page)
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  await session.send('Tracing.start', { traceConfig: { includedCategories: CATEGORIES }, transferMode: 'ReportEvents' })
  await act()
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  return events
}
