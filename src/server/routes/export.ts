import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { excerpt } from '../../domain/input-bounds.js'
import { Refusal } from '../../errors.js'
import { exportParameters } from '../../export/parameters.js'
import { type RawRequest, readRequest } from '../../export/request.js'
import { type AskedFile, askedFile, type Files } from '../file-answers.js'
import { useRoute } from '../http/route.js'
import { bodyWithin } from '../plugins/request/body.js'
import { errorAnswer } from '../plugins/response/errors.js'
import type { Schemas } from '../schemas.js'

const maxBody = 1_048_576

/**
 * Serves /export: the result of a query as a file. Parameters are in the URL or in a JSON body. A request that cannot be met
 * is refused with the errors of GraphQL.
 */
export function useExport({ answer, exporting }: Files, schemas: Schemas, log: Logger, suggestions: boolean): Plugin {
  return useRoute(
    '/export',
    (request, url, connection) =>
      answer(
        request,
        connection,
        () => read(request, url),
        (error) => errorAnswer(error, log, suggestions),
      ),
    ['GET', 'HEAD', 'POST'],
  )

  async function read(request: Request, url: URL): Promise<AskedFile> {
    const parameters = await parametersOf(request, url)
    const query = await schemas.with((schema) => readRequest(schema, parameters))
    const about = query.format === 'about' ? null : aboutOf(url)
    return askedFile(exporting, query, await exporting.snapshot(query.pin), about)
  }
}

function aboutOf({ searchParams }: URL): string {
  const query = new URLSearchParams(searchParams)
  query.set('format', 'about')
  return `/export?${query}`
}

async function parametersOf(request: Request, { searchParams }: URL): Promise<RawRequest> {
  checkNames(searchParams.keys())
  const given = Object.fromEntries(searchParams)
  const inUrl = 'variables' in given ? { ...given, variables: parse(given['variables'] ?? '', variablesName) } : given
  if (request.method !== 'POST' || request.body === null) return inUrl
  const text = new TextDecoder().decode(await bodyWithin(request, maxBody))
  if (text === '') return inUrl
  const body = parse(text, 'The body')
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('The body must be a JSON object.')
  checkNames(Object.keys(body))
  return { ...inUrl, ...body }
}

const allowed = Object.keys(exportParameters)
const variablesName = 'The parameter variables'

function checkNames(names: Iterable<string>): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (!allowed.includes(name)) throw invalid(`There is no parameter "${excerpt(name)}".`)
    if (seen.has(name)) throw invalid(`The parameter ${name} is given twice.`)
    seen.add(name)
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid(`${name} is not valid JSON.`)
  }
}

const invalid = (message: string): Refusal =>
  new Refusal('BAD_USER_INPUT', `${message} Send format, query, variables (JSON), language, version and stamp.`, {
    allowed,
  })
