import type { ChannelRule, ConversationEvent, ConversationStep, EndReason, Speaker } from '@helptally/core'
import type { DashboardLocale } from '../locale.js'

type IdleFrom = ChannelRule['idleFrom']

/** What only the timeline of a session of a conversation says. Moments and lengths arrive formatted. */
export interface ConversationWords {
  readonly started: Readonly<Record<Speaker, string>>
  readonly startedAnew: Readonly<Record<Speaker, string>>
  readonly ended: Readonly<Record<Exclude<EndReason, 'idle'>, string>>
  readonly endedAt: (moment: string) => string
  readonly endedIdle: (gap: string, from: IdleFrom) => string
  readonly stillOpen: (from: IdleFrom, at: string) => string
  readonly endsEarly: (ends: string) => string
  readonly idleFrom: string
  readonly idleFromText: Readonly<Record<IdleFrom, string>>
  readonly interactions: string
  readonly userTurns: string
  readonly previous: string
  readonly noPrevious: string
  readonly next: string
  readonly noNext: string
  readonly conversation: string
  readonly turns: string
  readonly marks: string
  readonly wrote: Readonly<Record<Speaker, string>>
  readonly happened: Readonly<Record<Exclude<ConversationEvent['name'], 'chat.message'>, string>>
  readonly score: (score: string) => string
  readonly did: Readonly<Record<ConversationStep['did'], string>>
  readonly lasts: (until: string) => string
  readonly silence: (gap: string, limit: string, from: IdleFrom) => string
  readonly split: string
  readonly notSplit: string
  readonly before: string
  readonly beforeEnded: (reason: string) => string
  readonly after: string
  readonly later: (gap: string) => string
  readonly openOther: (started: string) => string
  readonly meanwhile: string
  readonly meanwhileMeaning: string
  readonly noneMeanwhile: string
  readonly otherIds: string
}

const SINCE = {
  en: { user_message: 'a message of the user', interaction: 'a message', activity: 'activity' },
  es: { user_message: 'un mensaje del usuario', interaction: 'un mensaje', activity: 'actividad' },
} as const

export const conversationWords: Readonly<Record<DashboardLocale, ConversationWords>> = {
  en: {
    started: {
      user: 'The first message of the conversation, by the user.',
      bot: 'The first message of the conversation, by the bot.',
      agent: 'The first message of the conversation, by an agent.',
    },
    startedAnew: {
      user: 'A message of the user, after the session before it had ended.',
      bot: 'A message of the bot, after the session before it had ended.',
      agent: 'A message of an agent, after the session before it had ended.',
    },
    ended: {
      close: 'The user closed the chat window by its X.',
      transfer: 'The conversation went to an agent: what is written from then on is theirs, and lies in no session.',
      survey_answered: 'The survey was answered less than 24 hours after it was sent.',
      interrupted: 'Something broke. What is written after that is another session, linked to this one.',
    },
    endedAt: (moment) => `Ended on ${moment}.`,
    endedIdle: (gap, from) => `${gap} without ${SINCE.en[from]}.`,
    stillOpen: (from, at) => `It is open. Without ${SINCE.en[from]} it ends on ${at}.`,
    endsEarly: (ends) => `Before that on: ${ends}.`,
    idleFrom: 'Idle time counts from',
    idleFromText: {
      user_message: 'The last message of the user. What the bot or an agent writes postpones nothing on this channel.',
      interaction: 'The last message, whoever wrote it.',
      activity: 'The last activity.',
    },
    interactions: 'Interactions',
    userTurns: 'Turns of the user',
    previous: 'Previous session of the conversation',
    noPrevious: 'None: this is the first',
    next: 'Next session of the conversation',
    noNext: 'None so far',
    conversation: 'Conversation',
    turns: 'What was said and done',
    marks:
      'Filled marks postponed the end, hollow ones did not. Round is the user, square the bot, a diamond an agent. What they wrote is never kept.',
    wrote: { user: 'The user wrote', bot: 'The bot wrote', agent: 'An agent wrote' },
    happened: {
      'chat.open': 'The chat window was opened',
      'chat.close': 'The chat window was closed',
      'chat.transfer': 'Passed to an agent',
      'chat.survey_sent': 'A survey was sent',
      'chat.survey_answered': 'The survey was answered',
      'chat.interrupted': 'Interrupted',
    },
    score: (score) => `score ${score}`,
    did: {
      started: 'started the session',
      kept: 'kept it open',
      noted: 'did not postpone its end',
      ended: 'ended the session',
    },
    lasts: (until) => `may now last until ${until}`,
    silence: (gap, limit, from) => `${gap} of ${limit} without ${SINCE.en[from]}`,
    split: 'splits the conversation here',
    notSplit: 'does not split it',
    before: 'Session before it',
    beforeEnded: (reason) => `ended: ${reason}`,
    after: 'Session after it',
    later: (gap) => `${gap} later`,
    openOther: (started) => `began ${started}`,
    meanwhile: 'Meanwhile in other conversations',
    meanwhileMeaning: 'Sessions of the same visitor. Every conversation is counted for itself.',
    noneMeanwhile: 'The visitor had no session in another conversation at the same time.',
    otherIds: 'The help center knows its readers by other ids: what this visitor read there cannot be told.',
  },
  es: {
    started: {
      user: 'El primer mensaje de la conversación, del usuario.',
      bot: 'El primer mensaje de la conversación, del bot.',
      agent: 'El primer mensaje de la conversación, de un agente.',
    },
    startedAnew: {
      user: 'Un mensaje del usuario, cuando la sesión anterior ya había terminado.',
      bot: 'Un mensaje del bot, cuando la sesión anterior ya había terminado.',
      agent: 'Un mensaje de un agente, cuando la sesión anterior ya había terminado.',
    },
    ended: {
      close: 'El usuario cerró la ventana del chat con su X.',
      transfer:
        'La conversación pasó a un agente: lo que se escribe desde entonces es suyo y no está en ninguna sesión.',
      survey_answered: 'Se respondió a la encuesta menos de 24 horas después de su envío.',
      interrupted: 'Algo falló. Lo que se escribe después es otra sesión, enlazada con esta.',
    },
    endedAt: (moment) => `Terminó el ${moment}.`,
    endedIdle: (gap, from) => `${gap} sin ${SINCE.es[from]}.`,
    stillOpen: (from, at) => `Está abierta. Sin ${SINCE.es[from]} termina el ${at}.`,
    endsEarly: (ends) => `Antes, con: ${ends}.`,
    idleFrom: 'La inactividad cuenta desde',
    idleFromText: {
      user_message:
        'El último mensaje del usuario. En este canal, lo que escriben el bot o un agente no aplaza el final.',
      interaction: 'El último mensaje, sea de quien sea.',
      activity: 'La última actividad.',
    },
    interactions: 'Interacciones',
    userTurns: 'Turnos del usuario',
    previous: 'Sesión anterior de la conversación',
    noPrevious: 'Ninguna: esta es la primera',
    next: 'Sesión siguiente de la conversación',
    noNext: 'Ninguna por ahora',
    conversation: 'Conversación',
    turns: 'Qué se dijo y qué se hizo',
    marks:
      'Las marcas llenas aplazaron el final; las huecas, no. El círculo es el usuario, el cuadrado el bot y el rombo un agente. Lo que escribieron no se guarda nunca.',
    wrote: { user: 'Escribió el usuario', bot: 'Escribió el bot', agent: 'Escribió un agente' },
    happened: {
      'chat.open': 'Se abrió la ventana del chat',
      'chat.close': 'Se cerró la ventana del chat',
      'chat.transfer': 'Pasó a un agente',
      'chat.survey_sent': 'Se envió una encuesta',
      'chat.survey_answered': 'Se respondió a la encuesta',
      'chat.interrupted': 'Se interrumpió',
    },
    score: (score) => `puntuación ${score}`,
    did: {
      started: 'inició la sesión',
      kept: 'la mantuvo abierta',
      noted: 'no aplazó su final',
      ended: 'terminó la sesión',
    },
    lasts: (until) => `ahora puede durar hasta ${until}`,
    silence: (gap, limit, from) => `${gap} de ${limit} sin ${SINCE.es[from]}`,
    split: 'parte aquí la conversación',
    notSplit: 'no la parte',
    before: 'Sesión anterior',
    beforeEnded: (reason) => `terminó: ${reason}`,
    after: 'Sesión siguiente',
    later: (gap) => `${gap} después`,
    openOther: (started) => `empezó el ${started}`,
    meanwhile: 'Mientras tanto, en otras conversaciones',
    meanwhileMeaning: 'Sesiones del mismo visitante. Cada conversación cuenta por sí misma.',
    noneMeanwhile: 'El visitante no tenía sesión en otra conversación al mismo tiempo.',
    otherIds:
      'El centro de ayuda conoce a sus lectores por otros identificadores: no se puede saber qué leyó allí este visitante.',
  },
}
