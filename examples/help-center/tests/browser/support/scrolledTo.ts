import type { Page } from 'playwright-core'
import { until } from './until.js'

/** The page has been laid out again, and what is in view is known. */
export const laidOut = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        new IntersectionObserver(resolve).observe(document.body)
      }),
  )

/** The page has come to its top or its end, and knows what is in view there: scrolling takes a computer its time. */
export async function scrolledTo(page: Page, place: 'top' | 'end'): Promise<void> {
  await until(
    () =>
      page.evaluate(() => {
        const { scrollTop, scrollHeight, clientHeight } = document.documentElement
        return { top: scrollTop, end: scrollHeight - clientHeight - scrollTop }
      }),
    (left) => left[place] < 1,
  )
  await laidOut(page)
  await laidOut(page)
}
