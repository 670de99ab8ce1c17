import { type ContactStart, type ContactSubmit, LIMITS } from '@helptally/core'
import { closestOn, type Heard } from './heard.js'

const MARK = '[data-help-contact]'
const FIELD = 'input, textarea, select, [contenteditable]'

/**
 * Tells when the reader begins to ask a person, by a click on what is marked or the first key in a field of it, and when
 * a form of it is sent: each once on each page.
 */
export function findContact(onContact: (contact: ContactStart | ContactSubmit) => void): (heard: Heard) => void {
  let told = new Set<string>()
  let path = ''
  return ({ event: { type }, path: way, url }) => {
    if (url.pathname !== path) told = new Set()
    path = url.pathname
    const mark = closestOn(way, MARK)
    const name = mark && nameOf(type, way)
    if (!name) return
    const method = mark.getAttribute('data-help-contact')!.slice(0, LIMITS.method) || 'form'
    const formId = mark.getAttribute('data-help-form')?.slice(0, LIMITS.formId)
    const key = [name, method, formId].join()
    if (told.has(key)) return
    told.add(key)
    onContact({ name, method, ...(formId && { formId }) })
  }
}

function nameOf(type: string, [target]: readonly EventTarget[]): (ContactStart | ContactSubmit)['name'] | undefined {
  if (type === 'submit') return 'help.contact.submit'
  if (type === 'click') return 'help.contact.start'
  return type === 'keydown' && closestOn([target!], FIELD) ? 'help.contact.start' : undefined
}
