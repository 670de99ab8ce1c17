/** The home page of a small help center, without a framework. Its router shows an article without a load. */
export function drawHelpPage(articles: Readonly<Record<string, string>>): void {
  document.body.innerHTML = `
    <main>
      <h1>How can we help?</h1>
      ${Object.entries(articles)
        .map(([slug, title]) => `<a href="/en/articles/${slug}">${title}</a>`)
        .join('\n      ')}
    </main>`
  document.querySelector('main')!.addEventListener('click', (click) => {
    const link = (click.target as Element).closest('a')
    if (!link) return
    click.preventDefault()
    history.pushState(null, '', link.href)
    document.querySelector('h1')!.textContent = link.textContent
  })
}
