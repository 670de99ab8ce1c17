import type { AnyNode, Node } from 'acorn'
import { isElement, isJsx, nodesIn } from '../config/nodes.js'
import type { ParsedModule } from '../config/parseModule.js'
import { linesOf, type Piece, without } from '../config/unwrapConfig.js'
import type { Wrapped } from '../config/wrapConfig.js'
import { COMPONENT, COMPONENT_ENTRY } from './ourComponent.js'
import { type Page, placeComponent } from './placeComponent.js'

/** The page without the component: byte for byte what it was, when nobody has edited it since. */
export function removeComponent(text: string, page: Page, parse: (text: string) => ParsedModule | null): Wrapped {
  const module = parse(text)
  const importing = module?.program.body.find(importsOurs)
  const drawn = module && drawnIn(module, page)
  if (!module || !importing || !drawn) return { why: 'the component is not there as helptally init places it' }
  const isWhole = (candidate: string): boolean => {
    const parsed = parse(candidate)
    const again = parsed && placeComponent(candidate, parsed, page)
    return again !== null && 'text' in again && again.text === text
  }
  const plain = linesOf(text, importing)
    .map((line) =>
      without(
        text,
        [line, ...drawn].map((piece) => ({ ...piece, by: '' })),
      ),
    )
    .find(isWhole)
  return plain === undefined ? { why: 'it was edited around the component' } : { text: plain }
}

const importsOurs = (statement: AnyNode): boolean =>
  statement.type === 'ImportDeclaration' && statement.source.value === COMPONENT_ENTRY

/** What was put in beside the import. */
function drawnIn({ program }: ParsedModule, page: Page): Piece[] | null {
  for (const node of nodesIn(program)) {
    if (page === 'layout' && isElement(node, 'body')) {
      const ours = node.children.find((child) => isElement(child, COMPONENT))
      return ours ? [{ start: node.openingElement.end, end: ours.end }] : null
    }
    if (page === 'app' && isJsx(node, 'JSXFragment')) {
      const [ours, other, ...more] = node.children as readonly Node[]
      if (ours && other && more.length === 0 && isElement(ours, COMPONENT))
        return [
          { start: node.start, end: ours.end },
          { start: other.end, end: node.end },
        ]
    }
  }
  return null
}
