/** A new element with that class, around those. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...children)
  return made
}

/** Touches the page only where the text is another: what somebody has selected stays selected. */
export function say(where: Element, text: string): void {
  if (where.textContent !== text) where.textContent = text
}
