import { McpServer, type StandardSchemaWithJSON } from '@modelcontextprotocol/server'
import { Refusal } from '../errors.js'
import { type Ask, asking, type Send } from './ask.js'
import { addResources } from './resources.js'
import { failureOf, type JsonSchema, type Result } from './tool.js'
import { tools } from './tools.js'

export interface ServerOptions {
  readonly version: string
  readonly send: Send
  /** Records an unexpected error, of which the client learns nothing. */
  readonly report: (error: unknown) => void
}

const instructions = `Official statistics, figure by figure, exactly as releases printed them.
Find codes with search or describe, then call get_figures or get_series. Numbers are exact decimal strings: quote them as they are, with the unit, the qualifier and the citation.
Never add, convert or compare figures yourself: compare does, refuses sums that would count twice, and says how a computed number agrees with the printed one.
check_claims compares the numbers of a text with official figures. what_changed lists revisions. asOf answers as of a time in the past.`

/** Creates the server of one connection, or of one request over HTTP. */
export function createMcpServer({ version, send, report }: ServerOptions): McpServer {
  const server = new McpServer(
    { name: 'trade-indicators', title: 'Trade indicators', version },
    // The lists never change while a client is connected.
    { instructions, capabilities: { tools: { listChanged: false }, resources: { listChanged: false } } },
  )
  const askUntil = (signal: AbortSignal): Ask => asking(send, signal)
  for (const { name, title, description, input, output, run } of tools)
    server.registerTool(
      name,
      {
        ...{ title, description, inputSchema: shown(input), outputSchema: shown(output) },
        annotations: { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false },
      },
      async (args, { mcpReq: { signal } }) => {
        const { isError, content, text } = await attempted(
          () => run(args, askUntil(signal)),
          (error) => signal.aborted || report(error), // the client has cancelled the call
        )
        return { isError, structuredContent: { ...content }, content: [{ type: 'text', text }] }
      },
    )
  addResources(server, askUntil)
  return server
}

/** A schema for clients that lets every value pass: the tool itself refuses wrong ones, with a code. */
const shown = (schema: JsonSchema): StandardSchemaWithJSON<unknown, Record<string, unknown>> => ({
  '~standard': {
    version: 1,
    vendor: 'trade-indicators',
    validate: (value) => ({ value: value as Record<string, unknown> }),
    jsonSchema: { input: () => schema, output: () => schema },
  },
})

const internal = new Refusal('INTERNAL_SERVER_ERROR', 'An internal error occurred.')

async function attempted(run: () => Promise<Result>, report: (error: unknown) => void) {
  try {
    return { isError: false, ...(await run()) }
  } catch (error) {
    if (!(error instanceof Refusal)) report(error)
    return { isError: true, ...failureOf(error instanceof Refusal ? error : internal) }
  }
}
