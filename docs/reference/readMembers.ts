import ts from 'typescript'
import type { Base, Member } from './documented.ts'
import { callOf, isMade, isOneOf, namesIn, onOneLine } from './readCode.ts'
import { saidOf } from './readSays.ts'

const NOT_HERE = '{ … }'

/** The fields and methods of an object type, those of the types that it extends included; none of another type. */
export function membersOf(checker: ts.TypeChecker, node: ts.Declaration): Member[] {
  if (!isObjectType(node)) return []
  const type = checker.getTypeAtLocation(node)
  return type.isUnion() ? [] : propertiesOf(checker, type, node, '')
}

/** The types that an interface extends without a change. */
export function basesOf(checker: ts.TypeChecker, node: ts.Declaration): Base[] {
  if (!ts.isInterfaceDeclaration(node)) return []
  const extended = (node.heritageClauses ?? []).flatMap(({ types }) => [...types])
  return extended.map((each) => ({
    name: each.expression.getText(),
    members: checker.getPropertiesOfType(checker.getTypeAtLocation(each)).map(({ name }) => name),
  }))
}

function propertiesOf(checker: ts.TypeChecker, type: ts.Type, within: ts.Node, before: string): Member[] {
  return checker.getPropertiesOfType(type).flatMap((property) => {
    const [declaration] = property.declarations ?? []
    if (declaration && (!isMade(declaration) || isHidden(declaration))) return []
    return membersAt(checker, property, declaration, within, before)
  })
}

const isObjectType = (node: ts.Declaration): boolean =>
  ts.isInterfaceDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  (ts.isTypeAliasDeclaration(node) && (ts.isTypeLiteralNode(node.type) || isMix(node.type))) ||
  (ts.isVariableDeclaration(node) && hasMethods(node))

/** `A & { … }` */
const isMix = (node: ts.TypeNode): boolean =>
  ts.isIntersectionTypeNode(node) && node.types.some((each) => ts.isTypeLiteralNode(each))

const hasMethods = ({ type, initializer }: ts.VariableDeclaration): boolean =>
  type === undefined &&
  initializer !== undefined &&
  ts.isObjectLiteralExpression(initializer) &&
  initializer.properties.every((each) => ts.isMethodDeclaration(each))

const isHidden = (node: ts.Declaration): boolean =>
  ts.isClassElement(node) && node.name !== undefined && ts.isPrivateIdentifier(node.name)

/** A member, and what lies inside it where its type is written out there. */
function membersAt(
  checker: ts.TypeChecker,
  property: ts.Symbol,
  declaration: ts.Declaration | undefined,
  within: ts.Node,
  before: string,
): Member[] {
  const name = before + property.name
  const literal = declaration && literalIn(declaration)
  const written = declaration && typeOf(checker, declaration, literal)
  const type = written ?? checker.typeToString(checker.getTypeOfSymbolAtLocation(property, within))
  const said = declaration ? saidOf(declaration, property.name) : { says: '', default: '', unit: '' }
  const isMethod = declaration !== undefined && isCalled(declaration)
  const own: Member = {
    name: isMethod ? `${name}()` : name,
    optional: (property.flags & ts.SymbolFlags.Optional) !== 0,
    type: onOneLine(type).replace(/ \| undefined$/, ''),
    default: said.default,
    unit: /\bnumber\b/.test(type) && !isMethod ? said.unit : '',
    says: said.says,
  }
  const inside = literal ? propertiesOf(checker, checker.getTypeAtLocation(literal), literal, `${name}.`) : []
  return [own, ...inside]
}

const isCalled = (node: ts.Declaration): node is ts.MethodSignature | ts.MethodDeclaration =>
  ts.isMethodSignature(node) || ts.isMethodDeclaration(node)

function typeNodeOf(node: ts.Declaration): ts.TypeNode | undefined {
  if (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node) || ts.isGetAccessorDeclaration(node))
    return node.type
  return undefined
}

/** `{ … }` in the place of a type: alone, or with others that it is joined to. */
function literalIn(node: ts.Declaration): ts.TypeLiteralNode | undefined {
  const type = typeNodeOf(node)
  const parts: readonly ts.TypeNode[] =
    type && (ts.isIntersectionTypeNode(type) || ts.isUnionTypeNode(type)) ? type.types : type ? [type] : []
  return parts.find((part) => ts.isTypeLiteralNode(part))
}

function typeOf(
  checker: ts.TypeChecker,
  node: ts.Declaration,
  literal: ts.TypeLiteralNode | undefined,
): string | undefined {
  if (isCalled(node)) return callOf(node)
  const type = typeNodeOf(node)
  if (type && isOneOf(type)) return namesIn(checker, type)
  const text = type?.getText()
  return literal ? text?.replace(literal.getText(), NOT_HERE) : text
}
