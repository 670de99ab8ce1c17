import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { ROOT } from './readProgram.ts'

/**
 * The number that a file of the packages gives a name to, whether or not it exports it: `LIMITS.query`. Reads the source,
 * so that a limit need not be public to be told.
 */
export function constantOf(file: string, path: string): number {
  const value = numberOf(file, path)
  if (value !== undefined) return value
  throw new Error(
    `[helptally] packages/${file}: expected a number called ${path}, found none. Mend docs/limits/limits.ts.`,
  )
}

/** The same; undefined where it is none that can be told without running the code. */
export function numberOf(file: string, path: string): number | undefined {
  const [name = '', ...fields] = path.split('.')
  const found = fields.reduce<ts.Expression | undefined>(fieldIn, initializerOf(file, name)?.value)
  return found && evaluated(file, found)
}

const OPERATIONS: Partial<Record<ts.SyntaxKind, (a: number, b: number) => number>> = {
  [ts.SyntaxKind.AsteriskToken]: (a, b) => a * b,
  [ts.SyntaxKind.PlusToken]: (a, b) => a + b,
  [ts.SyntaxKind.MinusToken]: (a, b) => a - b,
  [ts.SyntaxKind.SlashToken]: (a, b) => a / b,
}

function evaluated(file: string, expression: ts.Expression): number | undefined {
  const node = bare(expression)
  if (ts.isNumericLiteral(node)) return Number(node.text.replaceAll('_', ''))
  if (ts.isBinaryExpression(node)) {
    const [a, b] = [evaluated(file, node.left), evaluated(file, node.right)]
    return a === undefined || b === undefined ? undefined : OPERATIONS[node.operatorToken.kind]?.(a, b)
  }
  if (!ts.isIdentifier(node)) return undefined
  const known = initializerOf(file, node.text)
  return known && evaluated(known.file, known.value)
}

/** Without what is only for the compiler. */
function bare(node: ts.Expression): ts.Expression {
  return ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node)
    ? bare(node.expression)
    : node
}

function fieldIn(node: ts.Expression | undefined, field: string): ts.Expression | undefined {
  const object = node && bare(node)
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined
  const property = object.properties.find((each) => each.name?.getText() === field)
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined
}

interface Initializer {
  readonly file: string
  readonly value: ts.Expression
}

function initializerOf(file: string, name: string): Initializer | undefined {
  const { statements } = sourceOf(file)
  for (const statement of statements) {
    if (!ts.isVariableStatement(statement)) continue
    const found = statement.declarationList.declarations.find((each) => each.name.getText() === name)
    if (found?.initializer) return { file, value: found.initializer }
  }
  const from = statements.filter(ts.isImportDeclaration).find((each) => namesIn(each).includes(name))
  const path = from && ts.isStringLiteral(from.moduleSpecifier) ? from.moduleSpecifier.text : ''
  return path.startsWith('.') ? initializerOf(join(dirname(file), path.replace(/\.js$/, '.ts')), name) : undefined
}

const namesIn = ({ importClause }: ts.ImportDeclaration): string[] =>
  importClause?.namedBindings && ts.isNamedImports(importClause.namedBindings)
    ? importClause.namedBindings.elements.map((each) => each.name.text)
    : []

const sources = new Map<string, ts.SourceFile>()

function sourceOf(file: string): ts.SourceFile {
  const path = `${ROOT}packages/${file}`
  if (!existsSync(path))
    throw new Error(`[helptally] Expected the file packages/${file}, found none. Mend docs/limits/limits.ts.`)
  const source =
    sources.get(file) ?? ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  sources.set(file, source)
  return source
}
