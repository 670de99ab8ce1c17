/** An article over the page that it was opened from, as intercepting routes do it. */
export default async function Peek({ params }: { readonly params: Promise<{ readonly slug: string }> }) {
  const { slug } = await params
  return (
    <dialog open data-peek={slug}>
      <h2>{slug}</h2>
    </dialog>
  )
}
