import { redirect } from 'next/navigation'

/** An article that lives elsewhere now: the server says so. */
export default async function Moved({ params }: { readonly params: Promise<{ readonly locale: string }> }) {
  redirect(`/${(await params).locale}/articles/idle`)
}
