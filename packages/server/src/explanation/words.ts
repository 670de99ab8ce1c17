import type { ChannelRule, EndReason, Entry, EventName, ExplainedStep, Via } from '@helptally/core'
import type { LetterLocale } from '../letters/letter.js'

/** Every word of an explanation. Times arrive formatted. */
export interface ExplanationWords {
  readonly title: (id: string) => string
  readonly counted: (site: string, channel: string, version: string) => string
  readonly whose: (tab: string, visitor: string) => string
  readonly synthetic: string
  readonly imported: string
  readonly start: string
  readonly entry: Readonly<Record<Entry, (article: string) => string>>
  readonly via: Readonly<Record<Via, string>>
  readonly position: (n: string) => string
  readonly before: (id: string) => string
  readonly noneBefore: string
  readonly openedFrom: (id: string) => string
  readonly forkedFrom: (id: string) => string
  readonly middle: (rule: string) => string
  readonly rule: Readonly<Record<ChannelRule['idleEnds'], (idle: string) => string>>
  readonly event: Readonly<Record<EventName, string>>
  readonly hidden: string
  readonly active: string
  readonly did: Readonly<Record<ExplainedStep['did'], (gap: string, end: string) => string>>
  readonly longest: (gap: string, idle: string) => string
  readonly end: string
  readonly stillOpen: (idle: string) => string
  readonly ended: Readonly<Record<EndReason, (last: string, idle: string) => string>>
  readonly agrees: (n: string) => string
  readonly disagrees: (n: string) => string
  readonly claimed: (name: string, claim: string) => string
  readonly noClaim: string
  readonly truncated: string
}

export const WORDS: Readonly<Record<LetterLocale, ExplanationWords>> = {
  en: {
    title: (id) => `Session ${id}`,
    counted: (site, channel, version) =>
      `Counted for ${site}, channel ${channel}, by the rulebook, version ${version}.`,
    whose: (tab, visitor) => `Tab ${tab} of visitor ${visitor}.`,
    synthetic: 'Made by the seed command, not by a reader.',
    imported: 'Read out of an access log: its visitor and its tab are guesses.',
    start: 'Why it started',
    entry: {
      article_click: (article) => `The reader clicked a link to the article "${article}"`,
      direct_link: (article) => `The reader came to the article "${article}" by a direct link`,
      search_enter: (article) => `The reader pressed Enter on an option of the search bar, the article "${article}"`,
    },
    via: {
      nav: 'in the navigation',
      home: 'on the home page',
      search_result: 'among the results of a search',
      suggestion: 'in a list of suggested articles',
      in_article: 'in the text of an article',
      external: 'from outside the help center',
    },
    position: (n) => `at place ${n}`,
    before: (id) => `The session of this tab before it, ${id}, was over.`,
    noneBefore: 'It is the first session of its tab.',
    openedFrom: (id) => `A link in session ${id} of another tab opened this one; that session goes on there.`,
    forkedFrom: (id) => `The tab is a copy of another one, with session ${id}, and counts for itself.`,
    middle: (rule) => `What kept it (the session ends when ${rule})`,
    rule: {
      reached: (idle) => `the time since the last activity reaches ${idle}`,
      exceeded: (idle) => `the time since the last activity exceeds ${idle}`,
    },
    event: {
      'help.article.open': 'opens',
      'help.article.progress': 'is active',
      'help.article.leave': 'leaves the article',
      'help.search.submit': 'searches',
      'help.suggestion.view': 'sees suggestions',
      'help.feedback.vote': 'votes',
      'help.contact.start': 'begins to ask a person',
      'help.contact.offer': 'is offered articles',
      'help.contact.submit': 'asks a person',
      'help.error.not_found': 'finds no such page',
      'browser.web_vital': 'a measure of the page',
    },
    hidden: 'the tab is hidden',
    active: 'was active',
    did: {
      started: (_, end) => `started it; without activity it would end at ${end}`,
      kept: (gap, end) => `kept it after ${gap}; moves the end to ${end}`,
      noted: (gap) => `${gap} after the last activity; no activity itself, the end stays`,
    },
    longest: (gap, idle) => `The longest time without activity was ${gap} of ${idle}.`,
    end: 'Why it ended',
    stillOpen: (idle) => `It is still open: ${idle} without activity are not over yet.`,
    ended: {
      idle: (last, idle) => `No activity after ${last}: the end is dated ${idle} later, whenever it was noticed.`,
      close: () => 'The chat window was closed by its X.',
      transfer: () => 'The conversation was transferred to an agent.',
      survey_answered: () => 'The survey was answered within 24 hours.',
      interrupted: () => 'It was interrupted.',
    },
    agrees: (n) => `The page claimed the same of all its ${n} events.`,
    disagrees: (n) => `The page claimed another session for ${n} of its events:`,
    claimed: (name, claim) => `${name}: claimed ${claim}`,
    noClaim: 'no session',
    truncated: 'The tab is very long: its far ends were not read.',
  },
  es: {
    title: (id) => `Sesión ${id}`,
    counted: (site, channel, version) =>
      `Contada para ${site}, canal ${channel}, según el reglamento, versión ${version}.`,
    whose: (tab, visitor) => `Pestaña ${tab} del visitante ${visitor}.`,
    synthetic: 'Hecha por el comando seed, no por un lector.',
    imported: 'Leída de un registro de accesos: su visitante y su pestaña son conjeturas.',
    start: 'Por qué empezó',
    entry: {
      article_click: (article) => `El lector hizo clic en un enlace al artículo «${article}»`,
      direct_link: (article) => `El lector llegó al artículo «${article}» por un enlace directo`,
      search_enter: (article) => `El lector pulsó Intro en una opción del buscador, el artículo «${article}»`,
    },
    via: {
      nav: 'en la navegación',
      home: 'en la página de inicio',
      search_result: 'entre los resultados de una búsqueda',
      suggestion: 'en una lista de artículos sugeridos',
      in_article: 'en el texto de un artículo',
      external: 'desde fuera del centro de ayuda',
    },
    position: (n) => `en el puesto ${n}`,
    before: (id) => `La sesión anterior de esta pestaña, ${id}, había terminado.`,
    noneBefore: 'Es la primera sesión de su pestaña.',
    openedFrom: (id) => `La abrió un enlace de la sesión ${id} de otra pestaña; aquella sesión sigue allí.`,
    forkedFrom: (id) => `La pestaña es copia de otra, con la sesión ${id}, y cuenta por sí misma.`,
    middle: (rule) => `Qué la mantuvo (la sesión termina cuando ${rule})`,
    rule: {
      reached: (idle) => `el tiempo desde la última actividad alcanza ${idle}`,
      exceeded: (idle) => `el tiempo desde la última actividad supera ${idle}`,
    },
    event: {
      'help.article.open': 'abre',
      'help.article.progress': 'está activo',
      'help.article.leave': 'deja el artículo',
      'help.search.submit': 'busca',
      'help.suggestion.view': 've sugerencias',
      'help.feedback.vote': 'vota',
      'help.contact.start': 'empieza a preguntar a una persona',
      'help.contact.offer': 'recibe artículos propuestos',
      'help.contact.submit': 'pregunta a una persona',
      'help.error.not_found': 'no encuentra la página',
      'browser.web_vital': 'una medida de la página',
    },
    hidden: 'la pestaña se oculta',
    active: 'estuvo activo',
    did: {
      started: (_, end) => `la empezó; sin actividad terminaría a las ${end}`,
      kept: (gap, end) => `la mantuvo tras ${gap}; lleva el final a las ${end}`,
      noted: (gap) => `${gap} tras la última actividad; no es actividad, el final queda`,
    },
    longest: (gap, idle) => `El mayor tiempo sin actividad fue de ${gap}, de ${idle}.`,
    end: 'Por qué terminó',
    stillOpen: (idle) => `Sigue abierta: aún no han pasado ${idle} sin actividad.`,
    ended: {
      idle: (last, idle) =>
        `Ninguna actividad después de las ${last}: el final se fecha ${idle} después, se note cuando se note.`,
      close: () => 'Se cerró la ventana del chat con su X.',
      transfer: () => 'La conversación se transfirió a un agente.',
      survey_answered: () => 'Se respondió a la encuesta antes de 24 horas.',
      interrupted: () => 'Se interrumpió.',
    },
    agrees: (n) => `La página afirmó lo mismo de sus ${n} eventos.`,
    disagrees: (n) => `La página afirmó otra sesión para ${n} de sus eventos:`,
    claimed: (name, claim) => `${name}: afirmó ${claim}`,
    noClaim: 'ninguna sesión',
    truncated: 'La pestaña es muy larga: sus extremos no se han leído.',
  },
}
