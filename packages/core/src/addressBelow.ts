/** The address below a base path or address. With a slash at the end of the base there is one at its end, too. */
export function addressBelow(base: string, path: string): string {
  return base.replace(/\/?$/, `/${path}$&`)
}
