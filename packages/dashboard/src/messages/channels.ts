import type { Endings } from '@helptally/server/reports'
import type { DashboardLocale } from '../locale.js'

export interface ChannelsWords {
  readonly title: string
  readonly lead: string
  readonly notFiltered: string
  readonly noSessions: string
  readonly noConversations: string
  readonly howToTell: string
  readonly figures: string
  readonly kind: Readonly<Record<'help' | 'conversations', string>>
  readonly kindMeaning: Readonly<Record<'help' | 'conversations', string>>
  readonly interactions: string
  readonly interactionsMeaning: string
  readonly turns: string
  readonly turnsMeaning: string
  /** Sessions of conversations. */
  readonly ofSessions: (n: number, formatted: string) => string
  readonly ofFewSessions: (n: number, formatted: string) => string
  /** By what a bar stands for. */
  readonly by: Readonly<
    Record<'day' | 'week', { readonly title: string; readonly description: (total: string, period: string) => string }>
  >
  readonly channels: string
  readonly table: string
  readonly channel: string
  readonly userTurns: string
  readonly ended: Readonly<Record<keyof Endings, string>>
  readonly without: (channels: string) => string
  readonly shares: string
  readonly dash: string
  readonly few: (least: string) => string
}

export const channelsWords: Readonly<Record<DashboardLocale, ChannelsWords>> = {
  en: {
    title: 'Channels',
    lead: 'Help and conversations side by side: where people ask, and how that ends.',
    notFiltered:
      'Filters do not narrow this page: most of them a conversation does not have. It shows all sessions of the site and the period.',
    noSessions:
      'No session started in this period, on any channel. Open an article in another tab, or choose other dates.',
    noConversations: 'No session of a conversation started in this period, so all below is of the help center.',
    howToTell:
      'Conversations are told by your bot platform: give the collector a `serverKey`, and post what happens to its address `conversations` within seven days. The article `channels` of the documentation shows how.',
    figures: 'Sessions of all channels, and what was said in them',
    kind: { help: 'Help center', conversations: 'Conversations' },
    kindMeaning: {
      help: 'Sessions of the help center: each lives in a tab of a browser and begins with an article that is opened.',
      conversations: 'Sessions of all other channels: each lives in a conversation and begins with a message.',
    },
    interactions: 'Interactions',
    interactionsMeaning:
      'Messages of all sides inside sessions of conversations, each a question or an answer. The help center has none.',
    turns: 'User turns per session',
    turnsMeaning:
      'Messages of users inside sessions of conversations, divided by those sessions. The help center is no part of it.',
    ofSessions: (n, formatted) => (n === 1 ? 'of 1 session' : `of ${formatted} sessions`),
    ofFewSessions: (n, formatted) => {
      if (n === 0) return 'no session of a conversation'
      return n === 1 ? 'of only 1 session' : `of only ${formatted} sessions`
    },
    by: {
      day: {
        title: 'Sessions per day, by channel',
        description: (total, period) =>
          `Stacked bars, one a day, in parts by channel: ${total} sessions, ${period}. The table below the chart holds the same numbers.`,
      },
      week: {
        title: 'Sessions per week, by channel',
        description: (total, period) =>
          `Stacked bars, one a week, in parts by channel: ${total} sessions, ${period}. The table below the chart holds the same numbers.`,
      },
    },
    channels: 'Channels with sessions',
    table: 'Channel by channel, and how sessions ended',
    channel: 'Channel',
    userTurns: 'User turns',
    ended: {
      idle: 'Idle',
      close: 'Chat closed',
      transfer: 'To an agent',
      survey_answered: 'Survey answered',
      interrupted: 'Interrupted',
      open: 'Still open',
    },
    without: (channels) => `No sessions: ${channels}.`,
    shares:
      'Below the sessions of a channel stands their share of all, below an end its share of the sessions of its line.',
    dash: 'A dash: the help center has no messages, and not every channel can end so.',
    few: (least) => `Shares in grey are of fewer than ${least} sessions: they may change with the next ones.`,
  },
  es: {
    title: 'Canales',
    lead: 'El centro de ayuda y las conversaciones, lado a lado: dónde se pregunta y cómo termina.',
    notFiltered:
      'Los filtros no acotan esta página: casi ninguno existe en una conversación. Muestra todas las sesiones del sitio y del periodo.',
    noSessions:
      'Ninguna sesión empezó en este periodo, en ningún canal. Abre un artículo en otra pestaña o elige otras fechas.',
    noConversations:
      'Ninguna sesión de una conversación empezó en este periodo, así que todo lo de abajo es del centro de ayuda.',
    howToTell:
      'De las conversaciones informa tu plataforma de bots: da al recolector una `serverKey` y envía lo que ocurre a su dirección `conversations` en siete días. El artículo `channels` de la documentación muestra cómo.',
    figures: 'Sesiones de todos los canales, y qué se dijo en ellas',
    kind: { help: 'Centro de ayuda', conversations: 'Conversaciones' },
    kindMeaning: {
      help: 'Sesiones del centro de ayuda: cada una vive en una pestaña de un navegador y empieza con un artículo que se abre.',
      conversations: 'Sesiones de todos los demás canales: cada una vive en una conversación y empieza con un mensaje.',
    },
    interactions: 'Interacciones',
    interactionsMeaning:
      'Mensajes de todas las partes dentro de sesiones de conversaciones, cada uno una pregunta o una respuesta. El centro de ayuda no tiene.',
    turns: 'Turnos de usuario por sesión',
    turnsMeaning:
      'Mensajes de usuarios dentro de sesiones de conversaciones, divididos por esas sesiones. El centro de ayuda no forma parte.',
    ofSessions: (n, formatted) => (n === 1 ? 'de 1 sesión' : `de ${formatted} sesiones`),
    ofFewSessions: (n, formatted) => {
      if (n === 0) return 'ninguna sesión de una conversación'
      return n === 1 ? 'de solo 1 sesión' : `de solo ${formatted} sesiones`
    },
    by: {
      day: {
        title: 'Sesiones por día y canal',
        description: (total, period) =>
          `Barras apiladas, una por día, en partes por canal: ${total} sesiones, ${period}. La tabla bajo el gráfico tiene los mismos números.`,
      },
      week: {
        title: 'Sesiones por semana y canal',
        description: (total, period) =>
          `Barras apiladas, una por semana, en partes por canal: ${total} sesiones, ${period}. La tabla bajo el gráfico tiene los mismos números.`,
      },
    },
    channels: 'Canales con sesiones',
    table: 'Canal por canal, y cómo terminaron las sesiones',
    channel: 'Canal',
    userTurns: 'Turnos de usuario',
    ended: {
      idle: 'Inactividad',
      close: 'Chat cerrado',
      transfer: 'A un agente',
      survey_answered: 'Encuesta respondida',
      interrupted: 'Interrumpidas',
      open: 'Aún abiertas',
    },
    without: (channels) => `Sin sesiones: ${channels}.`,
    shares:
      'Bajo las sesiones de un canal está su proporción del total; bajo un final, su proporción de las sesiones de su línea.',
    dash: 'Una raya: el centro de ayuda no tiene mensajes, y no todos los canales pueden terminar así.',
    few: (least) => `Las proporciones en gris son de menos de ${least} sesiones: pueden cambiar con las próximas.`,
  },
}
