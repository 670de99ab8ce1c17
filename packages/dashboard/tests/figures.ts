import { part, textOf } from './page.js'

/** The card of one figure. */
export function figureOf(html: string, of: string): string {
  return part(html, `data-total="${of}"`, 'data-total="')
}

/** Its number, as it is read. */
export function figureNumber(html: string, of: string): string {
  return textOf(figureOf(html, of).match(/<p class="ht-number[^>]*>(.*?)<\/p>/s)?.[1] ?? 'no number')
}

/** What stands around a panel's anchor, up to the next panel. */
export function panelOf(html: string, id: string): string {
  return part(html, `<section id="${id}"`, '<section id="')
}
