import '../globals.css'
import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import { Consent } from '../../components/Consent'
import { Footer } from '../../components/Footer'
import { isLocale, LOCALES } from '../../lib/locales'
import { wordsFor } from '../../lib/words'

export const dynamicParams = false

export const generateStaticParams = () => LOCALES.map((locale) => ({ locale }))

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f4ee' },
    { media: '(prefers-color-scheme: dark)', color: '#101614' },
  ],
}

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>): Promise<Metadata> {
  const { locale } = await params
  if (!isLocale(locale)) return {}
  const { name, description } = wordsFor(locale).site
  return { title: { default: name, template: `%s · ${name}` }, description }
}

export default async function SiteLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()

  return (
    <html lang={locale}>
      <body>
        <a className="skip" href="#content">
          {wordsFor(locale).site.skipToContent}
        </a>
        <Consent locale={locale} />
        {children}
        <Footer locale={locale} />
      </body>
    </html>
  )
}
