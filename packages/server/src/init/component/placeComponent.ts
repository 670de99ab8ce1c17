import { importPlace } from '../config/importPlace.js'
import { isElement, isIdentifier, isNamed, nodesIn } from '../config/nodes.js'
import type { ParsedModule } from '../config/parseModule.js'
import type { Wrapped } from '../config/wrapConfig.js'
import { writingOf } from '../config/writing.js'
import { COMPONENT, componentImport, ELEMENT, type Insertion, inserted } from './ourComponent.js'

/** `layout`: a root layout of the App Router. `app`: the `_app` of the Pages Router. */
export type Page = 'layout' | 'app'

/** A page with the component in it. Pieces are put in and nothing else is touched, so every space of the site stays. */
export function placeComponent(text: string, module: ParsedModule, page: Page): Wrapped {
  const nodes = [...nodesIn(module.program)]
  if (nodes.some((node) => isIdentifier(node, COMPONENT) || isNamed(node, COMPONENT)))
    return { why: `the name ${COMPONENT} already means something else in it` }
  const name = page === 'layout' ? 'body' : 'Component'
  const [element, ...others] = nodes.filter((node) => isElement(node, name))
  if (!element) return { why: `no <${name}> was found in it` }
  if (others.length > 0) return { why: `it has several <${name}>` }
  const place = importPlace(text, module, { expression: element, isCommonJs: false })
  if (!place || place.at > element.start) return { why: 'several of its statements share a line' }

  const writing = writingOf(text, module)
  const line = componentImport(writing) + writing.newline.repeat(place.isFirst ? 2 : 1)
  const drawn = page === 'layout' ? firstIn(text, element.openingElement.end) : around(element)
  return { text: inserted(text, [{ at: place.at, text: line }, ...drawn]) }
}

/** As the first child, on a line of its own where the other children are. */
function firstIn(text: string, at: number): Insertion[] {
  const [, newline = '', indent = ''] = /^[ \t]*(\r?\n)([ \t]*)/.exec(text.slice(at)) ?? []
  return [{ at, text: newline + indent + ELEMENT }]
}

/** Beside it, in one element as before: whoever holds it may take one child alone. */
const around = ({ start, end }: { readonly start: number; readonly end: number }): Insertion[] => [
  { at: start, text: `<>${ELEMENT}` },
  { at: end, text: '</>' },
]
