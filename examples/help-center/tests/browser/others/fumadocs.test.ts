import { join } from 'node:path'
import { packedApp } from '../support/packedApp.js'
import { readersOf } from './readersOf.js'

/** Next asks here instead of Google, whose fonts the template loads while it builds. */
const FONTS = `module.exports = {
  'https://fonts.googleapis.com/css2?family=Inter:wght@100..900&display=swap':
    "@font-face { font-family: 'Inter'; font-weight: 100 900; src: local('Arial'); }",
}
`
const LAYOUT = 'app/layout.tsx'

const articleOf = (title: string, text: string) => `---\ntitle: ${title}\ndescription: About parcels\n---\n\n${text}\n`

readersOf({
  name: 'a site made by create-fumadocs-app',
  make: () =>
    packedApp('fumadocs-site', {
      asOf: '2026-11-27',
      template: ['create-fumadocs-app@16.2.2', '--template', '+next+fuma-docs-mdx', '--no-git', '--yes'],
      files: {
        'fonts.cjs': FONTS,
        'content/docs/sending.mdx': articleOf(
          'Sending a parcel',
          'Weigh the parcel. Then read about [customs](/docs/customs).',
        ),
        'content/docs/customs.mdx': articleOf('Customs', 'Declare what is in the parcel.'),
      },
      env: (folder) => ({ NEXT_FONT_GOOGLE_MOCKED_RESPONSES: join(folder, 'fonts.cjs') }),
    }),
  finish(app) {
    const layout = app.read(LAYOUT)!
    const banner = `import { ConsentBanner } from '@helptally/next'\n`
    app.write(LAYOUT, banner + layout.replace('</RootProvider>', '</RootProvider><ConsentBanner />'))
    app.build()
  },
  async enterSearch(page) {
    const field = page.locator('[data-fd-search-dialog-input]')
    const button = page.locator('[data-search-full]:visible, [data-search]:visible').first()
    // It does nothing before the page is hydrated.
    for (;;) {
      await button.click()
      const isOpen = await field.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      )
      if (isOpen) return
    }
  },
  result: '#fd-search-dialog-content button[aria-selected]',
  downs: 1,
})
