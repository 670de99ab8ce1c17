/** The element that the overlay lives in. */
export const TAG = 'helptally-devtools'

/** Whether the event came about in the overlay. Asked while it is on its way. */
export function isOfOverlay(event: Event): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.localName === TAG)
}
