/** jsdom lays nothing out, and does not say what is at a point: nothing. */
export function noLayout(): void {
  document.elementsFromPoint = () => []
}
