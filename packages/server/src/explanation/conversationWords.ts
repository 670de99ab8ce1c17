import type { ConversationName, ConversationStep, EndReason, Speaker } from '@helptally/core'
import type { LetterLocale } from '../letters/letter.js'

/** What only a conversation's explanation says. Times arrive formatted. */
export interface ConversationWords {
  readonly whose: (conversation: string, visitor: string) => string
  readonly start: Readonly<Record<Speaker, string>>
  readonly before: (id: string) => string
  readonly noneBefore: string
  readonly after: (start: string, id: string) => string
  readonly middle: (silence: string, idle: string, ends: 'reached' | 'exceeded') => string
  readonly silence: Readonly<Record<'user_message' | 'interaction' | 'activity', string>>
  readonly message: Readonly<Record<Speaker, string>>
  readonly event: Readonly<Record<Exclude<ConversationName, 'chat.message'>, string>>
  readonly score: (score: string) => string
  readonly did: Readonly<Record<ConversationStep['did'], (gap: string, end: string) => string>>
  readonly said: (interactions: string, userTurns: string) => string
  readonly ended: Readonly<Record<EndReason, (last: string, idle: string) => string>>
  readonly stillOpen: (idle: string) => string
}

export const CONVERSATION_WORDS: Readonly<Record<LetterLocale, ConversationWords>> = {
  en: {
    whose: (conversation, visitor) => `Conversation ${conversation} of visitor ${visitor}.`,
    start: {
      user: 'The first message, of the user.',
      bot: 'The first message, of the bot.',
      agent: 'The first message, of an agent.',
    },
    before: (id) => `The session of this conversation before it, ${id}, was over.`,
    noneBefore: 'It is the first session of its conversation.',
    after: (start, id) => `A message at ${start} started the next session of this conversation, ${id}.`,
    middle: (silence, idle, ends) =>
      `What kept it (the session ends when the time since ${silence} ${ends === 'reached' ? 'reaches' : 'exceeds'} ${idle})`,
    silence: {
      user_message: 'the last message of the user',
      interaction: 'the last message of either side',
      activity: 'the last activity',
    },
    message: { user: 'message of the user', bot: 'message of the bot', agent: 'message of an agent' },
    event: {
      'chat.open': 'the window is opened',
      'chat.close': 'the window is closed',
      'chat.transfer': 'goes to an agent',
      'chat.survey_sent': 'a survey is sent',
      'chat.survey_answered': 'the survey is answered',
      'chat.interrupted': 'is interrupted',
    },
    score: (score) => `with ${score}`,
    did: {
      started: (_, end) => `started it; without a word it would end at ${end}`,
      kept: (gap, end) => `kept it after ${gap}; moves the end to ${end}`,
      noted: (gap) => `${gap} after what counts; the end stays`,
      ended: () => 'ended it',
    },
    said: (interactions, userTurns) => `${interactions} interactions, ${userTurns} of them of the user.`,
    ended: {
      idle: (last, idle) => `Nothing that counts after ${last}: the end is dated ${idle} later.`,
      close: () => 'The chat window was closed by its X.',
      transfer: () => 'The conversation went to an agent; what is written after that is theirs.',
      survey_answered: () => 'The survey was answered less than 24 hours after it was sent.',
      interrupted: () => 'Something broke; what follows is another session, linked to this one.',
    },
    stillOpen: (idle) => `It is still open: ${idle} are not over yet.`,
  },
  es: {
    whose: (conversation, visitor) => `Conversación ${conversation} del visitante ${visitor}.`,
    start: {
      user: 'El primer mensaje, del usuario.',
      bot: 'El primer mensaje, del bot.',
      agent: 'El primer mensaje, de un agente.',
    },
    before: (id) => `La sesión anterior de esta conversación, ${id}, había terminado.`,
    noneBefore: 'Es la primera sesión de su conversación.',
    after: (start, id) => `Un mensaje a las ${start} empezó la sesión siguiente de esta conversación, ${id}.`,
    middle: (silence, idle, ends) =>
      `Qué la mantuvo (la sesión termina cuando el tiempo desde ${silence} ${ends === 'reached' ? 'alcanza' : 'supera'} ${idle})`,
    silence: {
      user_message: 'el último mensaje del usuario',
      interaction: 'el último mensaje de cualquiera de las partes',
      activity: 'la última actividad',
    },
    message: { user: 'mensaje del usuario', bot: 'mensaje del bot', agent: 'mensaje de un agente' },
    event: {
      'chat.open': 'se abre la ventana',
      'chat.close': 'se cierra la ventana',
      'chat.transfer': 'pasa a un agente',
      'chat.survey_sent': 'se envía una encuesta',
      'chat.survey_answered': 'se responde a la encuesta',
      'chat.interrupted': 'se interrumpe',
    },
    score: (score) => `con ${score}`,
    did: {
      started: (_, end) => `la empezó; sin más palabras terminaría a las ${end}`,
      kept: (gap, end) => `la mantuvo tras ${gap}; lleva el final a las ${end}`,
      noted: (gap) => `${gap} tras lo que cuenta; el final queda`,
      ended: () => 'la terminó',
    },
    said: (interactions, userTurns) => `${interactions} interacciones, ${userTurns} de ellas del usuario.`,
    ended: {
      idle: (last, idle) => `Nada que cuente después de las ${last}: el final se fecha ${idle} después.`,
      close: () => 'Se cerró la ventana del chat con su X.',
      transfer: () => 'La conversación pasó a un agente; lo que se escribe después es de este.',
      survey_answered: () => 'Se respondió a la encuesta antes de 24 horas desde su envío.',
      interrupted: () => 'Algo falló; lo que sigue es otra sesión, enlazada con esta.',
    },
    stillOpen: (idle) => `Sigue abierta: aún no han pasado ${idle}.`,
  },
}
