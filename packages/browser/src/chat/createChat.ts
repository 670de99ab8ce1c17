import type { Speaker } from '@helptally/core'
import type { ChatEventOf, ChatTold, HelpEngine } from '../helpEngine.js'
import type { RunningEngine } from '../startPage.js'
import { chatEventOf, idOf, messageIdOf } from './chatEventOf.js'

/** A site's own id. It never leaves the browser: what is sent in its place is made with a secret that stays there. */
export type ChatId = string | number

export interface ChatOptions {
  /**
   * What the site calls the conversation. Default: the visitor has one, in all tabs of the browser and across reloads.
   * Another id is another conversation.
   */
  readonly conversation?: ChatId
}

/** A message of a chat, without what was written. */
export interface ChatMessage {
  /** Who wrote it. */
  readonly by: Speaker
  /**
   * What the site calls the message. With it the message counts once, in however many tabs and however often it is told;
   * without it, once each time it is told.
   */
  readonly id?: ChatId
}

/** Why something happened, in a word or two of the site's: <= 64 characters. The collector redacts it like a search. */
export interface ChatCause {
  /** `agent_busy`, say. */
  readonly cause?: string
}

/** One conversation of this visitor. Its methods never throw, and count nothing before the reader has consented. */
export interface ChatSession {
  /** The window was opened. Kept as a fact; it starts no session. */
  open(): void
  /** The first message starts a session; each of the user postpones its end. */
  message(message: ChatMessage): void
  /** The window was closed by its X: the session is over. */
  close(): void
  /** The conversation goes to an agent: the session is over, and what is written from then on is the agent's. */
  transfer(why?: ChatCause): void
  /** A survey was sent to the user. It ends nothing until it is answered. */
  surveySent(): void
  /** Ends the session if the survey was sent less than 24 hours before. */
  surveyAnswered(answer?: { readonly score?: number }): void
  /** Something broke: the session is over. What follows is another one, linked to it. */
  interrupted(why?: ChatCause): void
}

/** What a site says happened, unchecked. */
export type ChatDeed = { readonly name: string } & { readonly [field: string]: unknown }

/** What a page remembers of a chat besides what is stored. */
export interface ChatMemory {
  /** '' for the only one of the visitor. */
  readonly conversation: string
  /** When the last thing happened, epoch ms. */
  lastAt: number
  /** Whose secret it keeps where the browser keeps none. */
  secret?: { readonly visitorId: string; readonly text: string }
}

type Hash = typeof import('./keyedHash.js')

export function createChat(
  help: () => Pick<HelpEngine, 'store'> | undefined,
  options: ChatOptions,
  load: () => Promise<Hash> = () => import('./keyedHash.js'),
): ChatSession {
  const memory: ChatMemory = { conversation: idOf(options?.conversation), lastAt: 0 }
  /** Once an id was given all waits for it, so that it keeps its order. */
  let loaded: Promise<Hash | undefined> | undefined
  const told = async (deed: ChatDeed): Promise<ChatEventOf> => {
    const hasId = memory.conversation !== '' || messageIdOf(deed) !== ''
    if (hasId) loaded ??= load().catch(complain)
    const hash = (await loaded)?.keyedHash
    return (...teller) => (hasId && !hash ? undefined : chatEventOf(deed, memory, hash, ...teller))
  }
  const complain = (error: unknown) => {
    loaded = undefined
    console.error('[helptally] Expected the code for ids in chats, found none: what has one is not counted.', error)
    return undefined
  }
  const tell = (name: string, fields?: object) => {
    try {
      const engine = help() as Pick<RunningEngine, 'store' | 'track'> | undefined
      if (engine?.store.getState().consent === 'granted')
        engine.track({ chat: told({ ...fields, name }) } satisfies ChatTold)
    } catch (error) {
      console.error('[helptally] Something in a chat was not counted; the site is not affected.', error)
    }
  }
  return {
    open: () => tell('chat.open'),
    message: (message) => tell('chat.message', message),
    close: () => tell('chat.close'),
    transfer: (why) => tell('chat.transfer', why),
    surveySent: () => tell('chat.survey_sent'),
    surveyAnswered: (answer) => tell('chat.survey_answered', answer),
    interrupted: (why) => tell('chat.interrupted', why),
  }
}
