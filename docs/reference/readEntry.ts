import { relative } from 'node:path'
import ts from 'typescript'
import type { Documented, Kind } from './documented.ts'
import { codeOf, isMade, mentionsOf, signatureOf } from './readCode.ts'
import { basesOf, membersOf } from './readMembers.ts'
import { ROOT } from './readProgram.ts'
import { saysOf } from './readSays.ts'

/** All that a file exports, in the order in which it does, with what is behind names that it only passes on. */
export function readEntry(program: ts.Program, file: string): Documented[] {
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(ROOT + file)
  const module = source && checker.getSymbolAtLocation(source)
  // What a file runs and does not export has nothing to be told by name.
  if (!module) return []
  return checker.getExportsOfModule(module).flatMap((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    const declarations = (target.declarations ?? []).filter(isMade)
    return declarations.length > 0 ? [read(checker, symbol.name, declarations)] : []
  })
}

function read(checker: ts.TypeChecker, name: string, declarations: readonly ts.Declaration[]): Documented {
  // A name that is a value and a type is told as the value.
  const [node] = declarations
  const kind = kindOf(name, node!)
  const members = isFunction(kind) ? [] : membersOf(checker, node!)
  return {
    name,
    kind,
    says: declarations.map((each) => saysOf(each)).find((text) => text !== '') ?? '',
    code: isFunction(kind) ? signatureOf(name, declarations) : members.length > 0 ? '' : codeOf(checker, node!),
    members,
    bases: basesOf(checker, node!),
    mentions: mentionsOf(declarations),
    file: relative(ROOT, node!.getSourceFile().fileName).replaceAll('\\', '/'),
  }
}

const isFunction = (kind: Kind): boolean => kind === 'component' || kind === 'hook' || kind === 'function'

function kindOf(name: string, node: ts.Declaration): Kind {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return 'type'
  if (ts.isClassDeclaration(node)) return 'class'
  const isCalled =
    ts.isFunctionDeclaration(node) ||
    (ts.isVariableDeclaration(node) &&
      ((node.initializer !== undefined && ts.isArrowFunction(node.initializer)) ||
        (node.type !== undefined && ts.isFunctionTypeNode(node.type))))
  if (!isCalled) return isComponentValue(node) ? 'component' : 'constant'
  if (/^use[A-Z]/.test(name)) return 'hook'
  return /^[A-Z]/.test(name) ? 'component' : 'function'
}

const isComponentValue = (node: ts.Declaration): boolean =>
  ts.isVariableDeclaration(node) && /Page$|Component$/.test(node.type?.getText() ?? '')
