/** The overview of some days, given as ISO dates of which `to` is not part; the address names the last that is. */
export function dashboardLink(dashboard: string, { from, to }: { readonly from: string; readonly to: string }): string {
  const address = new URL(dashboard)
  const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 10)
  address.searchParams.set('from', from)
  address.searchParams.set('to', last)
  return address.href
}
