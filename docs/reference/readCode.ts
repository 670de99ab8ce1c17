import { relative } from 'node:path'
import ts from 'typescript'
import { numberOf } from './constantOf.ts'
import { ROOT } from './readProgram.ts'

/** Longer signatures have a line for each parameter. */
const LONGEST_LINE = 80

/** Ours, and not of a library. */
export const isMade = (node: ts.Node): boolean => !node.getSourceFile().fileName.includes('/node_modules/')

/** How it is declared, without what is only for the compiler. */
export function codeOf(checker: ts.TypeChecker, node: ts.Declaration): string {
  if (ts.isTypeAliasDeclaration(node) && isOneOf(node.type))
    return `type ${node.name.text} = ${spelledOut(checker, node)}`
  const text = ts.isVariableDeclaration(node) ? `const ${constantOf(node)}` : node.getText()
  return text.replace(/^export /, '')
}

/** `(typeof NAMES)[number]` */
export const isOneOf = (node: ts.TypeNode): boolean => /^\(typeof \w+\)\[number\]$/.test(node.getText())

/** Such a type as the names, in lines where they are many. */
function spelledOut(checker: ts.TypeChecker, node: ts.TypeAliasDeclaration): string {
  const names = namesIn(checker, node)
  return names.length < LONGEST_LINE ? names : `\n  | ${names.replaceAll(' | ', '\n  | ')}`
}

export function namesIn(checker: ts.TypeChecker, node: ts.Node): string {
  const { NoTruncation, InTypeAlias } = ts.TypeFormatFlags
  return checker
    .typeToString(checker.getTypeAtLocation(node), undefined, NoTruncation | InTypeAlias)
    .replaceAll('"', "'")
}

function constantOf({ name, type, initializer }: ts.VariableDeclaration): string {
  const typed = type ? `: ${type.getText()}` : ''
  const value = initializer?.getText().replace(/ as const$/, '') ?? ''
  const number = numberNamed(name)
  if (number !== undefined) return `${name.getText()} = ${number.toLocaleString('en').replaceAll(',', '_')}`
  // What is computed, or long, is said by its type.
  const isShort = typed === '' || (!/[\n(]/.test(value) && value.length < LONGEST_LINE)
  return isShort ? `${name.getText()}${typed} = ${value}` : `${name.getText()}${typed}`
}

function numberNamed(name: ts.BindingName): number | undefined {
  const file = relative(`${ROOT}packages`, name.getSourceFile().fileName).replaceAll('\\', '/')
  return numberOf(file, name.getText())
}

/** A function as it is called: its overloads, without its body. */
export function signatureOf(name: string, declarations: readonly ts.Declaration[]): string {
  const functions = declarations.filter(ts.isFunctionDeclaration)
  const overloads = functions.length > 1 ? functions.filter(({ body }) => !body) : functions
  if (overloads.length > 0) return overloads.map((each) => written(name, each)).join('\n')
  const [node] = declarations
  if (!node || !ts.isVariableDeclaration(node)) return ''
  const { type, initializer } = node
  if (initializer && ts.isArrowFunction(initializer) && !type) return written(name, initializer)
  return type && ts.isFunctionTypeNode(type) ? written(name, type) : `const ${name}: ${type?.getText() ?? ''}`
}

/** `(a: A) => B` of a method. */
export function callOf(node: ts.SignatureDeclaration): string {
  return `(${node.parameters.map(parameterOf).join(', ')}) => ${node.type?.getText() ?? 'void'}`
}

function written(name: string, node: ts.SignatureDeclaration): string {
  const parameters = node.parameters.map(parameterOf)
  const generic = node.typeParameters ? `<${node.typeParameters.map((each) => each.getText()).join(', ')}>` : ''
  const answers = node.type ? `: ${node.type.getText()}` : ''
  const line = `${name}${generic}(${parameters.join(', ')})${answers}`
  if (line.length <= LONGEST_LINE || parameters.length === 0) return line
  return `${name}${generic}(\n${parameters.map((each) => `  ${each},\n`).join('')})${answers}`
}

function parameterOf(node: ts.ParameterDeclaration): string {
  const { name, type, questionToken, initializer, dotDotDotToken } = node
  const typed = type?.getText() ?? 'unknown'
  const isNamed = ts.isIdentifier(name)
  const called = isNamed ? name.text.replace(/^_+/, '') : /Props$/.test(typed) ? 'props' : 'options'
  return `${dotDotDotToken ? '...' : ''}${called}${questionToken || initializer ? '?' : ''}: ${typed}`
}

/** Without comments inside, and without line breaks. */
export const onOneLine = (type: string): string =>
  type
    .replaceAll(/\/\*\*.*?\*\/|\/\/.*/gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\( /g, '(')
    .replaceAll(/,? \)/g, ')')
    .replace(/^\| /, '')
    .trim()

/** The names of types that a declaration names, without those in its body. */
export function mentionsOf(declarations: readonly ts.Declaration[]): string[] {
  const found = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isBlock(node) || (ts.isArrowFunction(node.parent) && node === node.parent.body)) return
    if (ts.isTypeReferenceNode(node)) found.add(node.typeName.getText())
    if (ts.isExpressionWithTypeArguments(node)) found.add(node.expression.getText())
    node.forEachChild(visit)
  }
  for (const declaration of declarations) declaration.forEachChild(visit)
  return [...found]
}
