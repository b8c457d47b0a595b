import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { Limits } from '../../../config.js'
import { compileWriter, type Writer } from '../../../graphql/answer-text/writer.js'
import type { Context, Publishing } from '../../../graphql/builder.js'
import { memoizeByObject } from '../../../lib/memo.js'
import { isPinned } from '../../../store/query/pin.js'
import type { View } from '../../../store/query/view.js'
import type { OperationLimits } from './limits.js'
import { versionOfCursors } from './pinned-view.js'
import type { LiveStore } from './view.js'

export interface ValidQuery {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>>
}

export interface WrittenAtOnce {
  readonly body: Buffer
  readonly isPinned: boolean
}

const compileAfter = 3
/** Bounds the work for which all other answers wait; an execution pauses. */
const mostValues = 30_000

class Attempts {
  #executions = 0
  #failed = 0
  #skip = 0
  /** The compiled query; undefined before it is compiled, null if it cannot be. */
  #writer: Writer | null | undefined

  /**
   * Counts a query and returns its writer if it is worth while: after each failure in sequence but the first, twice as many
   * are left out, up to 32. Several queries may have begun before one ends.
   */
  begin(compile: () => Writer): Writer | null {
    this.#executions += 1
    if (this.#executions < compileAfter || this.#writer === null) return null
    if (this.#skip > 0) {
      this.#skip -= 1
      return null
    }
    if (this.#writer === undefined) {
      try {
        this.#writer = compile()
      } catch {
        this.#writer = null
      }
    }
    return this.#writer
  }

  succeed(): void {
    this.#failed = 0
    this.#skip = 0
  }

  fail(): void {
    this.#failed = Math.min(6, this.#failed + 1)
    this.#skip = this.#failed === 1 ? 0 : 2 ** (this.#failed - 1)
  }
}

/**
 * Answers queries that are sent repeatedly from what is in memory, in one turn of the event loop, which needs neither a slot
 * nor a deadline. Refuses nothing: a query that has an error, exceeds a limit or needs the database is left to an execution.
 */
export function answeringAtOnce(
  store: LiveStore,
  publishing: Publishing,
  limits: OperationLimits,
  { values, bytes }: Pick<Limits, 'values' | 'bytes'>,
) {
  const attemptsOf = memoizeByObject((_: GraphQLSchema) =>
    memoizeByObject((__: OperationDefinitionNode) => new Attempts()),
  )
  const most = Math.min(values, mostValues)
  const { signal } = new AbortController()
  const published: Context['published'] = (since) => store.published(since, signal)

  return async (query: ValidQuery, view: View, schema: GraphQLSchema): Promise<WrittenAtOnce | null> => {
    const { document, operation } = query
    const attempts = attemptsOf(schema)(operation)
    const writer = attempts.begin(() => compileWriter(schema, document, operation))
    if (writer === null) return null
    const written = await write(writer, query, view, schema).catch(() => null) // the execution reports the error
    if (written === null) attempts.fail()
    else attempts.succeed()
    return written
  }

  async function write(
    writer: Writer,
    query: ValidQuery,
    view: View,
    schema: GraphQLSchema,
  ): Promise<WrittenAtOnce | null> {
    const { document, operationName, variables } = query
    const coerced = writer.coerce(variables)
    const pin = versionOfCursors(document, variables, null)
    if (pin !== null && !isPinned(view.snapshot, pin)) return null
    await limits.refuseExpensive({ schema, document, operationName, variableValues: variables }, view)
    const body = await writer.write(contextOf(view), coerced, most)
    return body.length > bytes ? null : { body, isPinned: pin !== null }
  }

  function contextOf(view: View): Context {
    return { view, actor: null, publishing, published, proofs: null, isCompiled: true }
  }
}
