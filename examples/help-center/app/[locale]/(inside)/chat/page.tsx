import type { Metadata } from 'next'
import { ChatWidget } from '../../../../components/chat/ChatWidget'
import { localeOf } from '../../../../lib/localeOf'
import { languagesOf } from '../../../../lib/metadata'
import { chatPath } from '../../../../lib/paths'
import { wordsFor } from '../../../../lib/words'

export async function generateMetadata({ params }: PageProps<'/[locale]/chat'>): Promise<Metadata> {
  const locale = await localeOf(params)
  return { title: wordsFor(locale).chat.title, alternates: languagesOf(chatPath(locale)) }
}

export default async function ChatPage({ params }: PageProps<'/[locale]/chat'>) {
  const locale = await localeOf(params)
  const { chat } = wordsFor(locale)

  return (
    <main id="content" tabIndex={-1} className="narrow chat-page">
      <h1>{chat.title}</h1>
      <p className="lead">{chat.lead}</p>
      <ChatWidget locale={locale} words={chat} />
    </main>
  )
}
