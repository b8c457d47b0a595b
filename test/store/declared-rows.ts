import { fileURLToPath } from 'node:url'
import {
  isCallExpression,
  isConditionalExpression,
  isFunctionDeclaration,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isStringLiteral,
  isTaggedTemplateExpression,
  isTemplateExpression,
  isVariableDeclaration,
  type Node,
  type SourceFile,
} from 'typescript/unstable/ast'
import { API, type Checker, type Type, TypeFlags } from 'typescript/unstable/sync'

const root = fileURLToPath(new URL('../../', import.meta.url))

export type Kind = 'bytes' | 'string' | 'number' | 'boolean' | 'Date' | 'bigint' | 'string[]' | 'number[]' | 'json'

/** A statement in the code of the store whose rows have a declared type. */
export interface Declared {
  /** The file and the line. */
  readonly place: string
  /** The client that executes it, which determines the JavaScript types of columns. */
  readonly client: 'pg' | 'prisma'
  /** The texts of the statement between its values; one list for each alternative. */
  readonly texts: readonly (readonly string[])[]
  readonly columns: ReadonlyMap<string, { readonly kind: Kind; readonly optional: boolean }>
}

/** The methods that execute statements. */
const clients = { rows: 'pg', query: 'pg', queryWithTimeout: 'pg', $queryRaw: 'prisma' } as const

/** Functions that return the statement of calls which name it by variables. */
const elsewhere: Readonly<Record<string, string>> = { 'src/store/export/extract.ts': 'extentQuery' }

/** Reads the statements of the store with the types of their rows, by the TypeScript compiler. */
export function readDeclared(): Declared[] {
  const api = new API({ cwd: root })
  try {
    const project = api.updateSnapshot({ openProjects: [`${root}tsconfig.json`] }).getProjects()[0]
    if (project === undefined) throw new Error('There is no project.')
    const { checker, program } = project
    const sources = program
      .getSourceFileNames()
      .filter((name) => name.startsWith(`${root}src/store/`))
      .flatMap((name) => program.getSourceFile(name) ?? [])
    return sources.flatMap((source) => {
      const file = source.fileName.slice(root.length)
      return nodesOf(source).flatMap((node): Declared[] => {
        const call = isCallExpression(node) || isTaggedTemplateExpression(node) ? node : null
        const [argument] = call?.typeArguments ?? []
        if (call === null || argument === undefined) return []
        const callee = isCallExpression(call) ? call.expression : call.tag
        const method = isPropertyAccessExpression(callee) ? callee.name : callee
        if (!isIdentifier(method) || !(method.text in clients)) return []
        const client = clients[method.text as keyof typeof clients]
        const given = checker.getTypeFromTypeNode(argument)
        const row = given && client === 'prisma' ? elementOf(checker, given) : given
        if (row === undefined || (row.flags & TypeFlags.TypeParameter) !== 0 || checker.isArrayLikeType(row)) return []
        const line = source.text.slice(0, call.getStart(source)).split('\n').length
        const sql = isTaggedTemplateExpression(call) ? [call] : call.arguments
        const [texts = textsOfFunction(elsewhere[file] ?? '', sources)] = sql
          .map((each) => textsOf(each, sources))
          .filter(({ length }) => length > 0)
        return [{ place: `${file}:${line}`, client, texts, columns: columnsOf(checker, row) }]
      })
    })
  } finally {
    api.close()
  }
}

function nodesOf(node: Node): Node[] {
  const children: Node[] = []
  node.forEachChild((child) => {
    children.push(child)
  })
  return [node, ...children.flatMap(nodesOf)]
}

function elementOf(checker: Checker, type: Type): Type | undefined {
  return checker.isArrayType(type) ? checker.getTypeArguments(type as never)[0] : type
}

function textsOf(node: Node, sources: readonly SourceFile[]): string[][] {
  if (isConditionalExpression(node)) return [...textsOf(node.whenTrue, sources), ...textsOf(node.whenFalse, sources)]
  if (isTaggedTemplateExpression(node)) return textsOf(node.template, sources)
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return [[node.text]]
  if (isTemplateExpression(node)) return [[node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]]
  return isCallExpression(node) && isIdentifier(node.expression) ? textsOfFunction(node.expression.text, sources) : []
}

/** Returns the texts of the longest template in a function. */
function textsOfFunction(name: string, sources: readonly SourceFile[]): string[][] {
  const templates = sources.flatMap((source) =>
    nodesOf(source)
      .filter(
        (node) => (isFunctionDeclaration(node) || isVariableDeclaration(node)) && node.name?.getText(source) === name,
      )
      .flatMap(nodesOf)
      .filter((node) => isTaggedTemplateExpression(node)),
  )
  const [longest] = templates.sort((a, b) => b.end - b.pos - (a.end - a.pos))
  return longest === undefined ? [] : textsOf(longest, sources)
}

function columnsOf(checker: Checker, row: Type): Declared['columns'] {
  return new Map(
    checker.getPropertiesOfType(row).map((property) => {
      const type = checker.getTypeOfSymbol(property)
      if (type === undefined) throw new Error(`The type of ${property.name} is unknown.`)
      const optional = checker.isTypeAssignableTo(checker.getUndefinedType(), type)
      return [property.name, { kind: kindOf(checker, checker.getNonNullableType(type) ?? type), optional }]
    }),
  )
}

function kindOf(checker: Checker, type: Type): Kind {
  const is = (other: Type): boolean => checker.isTypeAssignableTo(type, other)
  if (is(checker.getStringType())) return 'string'
  if (is(checker.getNumberType())) return 'number'
  if (is(checker.getBooleanType())) return 'boolean'
  if (is(checker.getBigIntType())) return 'bigint'
  if (type.getSymbol()?.name === 'Date') return 'Date'
  if (['Buffer', 'Uint8Array'].includes(type.getSymbol()?.name ?? '')) return 'bytes'
  if (checker.isArrayType(type)) {
    const [element] = checker.getTypeArguments(type as never)
    if (element !== undefined && checker.isTypeAssignableTo(element, checker.getStringType())) return 'string[]'
    if (element !== undefined && checker.isTypeAssignableTo(element, checker.getNumberType())) return 'number[]'
  }
  return 'json'
}
