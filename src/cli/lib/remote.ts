import { unknownRelease } from '../../domain/codes/unknown-release.js'
import type { FigureName } from '../../domain/history-proof/figure-proof.js'
import type { ReleaseHead } from '../../domain/observations/observation.js'
import { type Choices, catalogue, type ErrorCode, Refusal } from '../../errors.js'
import { encodeId } from '../../graphql/relay/id.js'
import type { ImportRequest } from '../../import/importer.js'
import type { ShownFinding, ShownReport } from './report.js'
import { ownFields, type ShownRelease } from './shown-release.js'

type Switch = 'dryRun' | 'acceptFindings' | 'keepPointZero'

export interface ImportInput extends ReleaseHead, Required<Pick<ImportRequest, Switch>> {
  readonly format: string
  readonly createCodes: boolean
  readonly createNearCodes?: boolean
  readonly map: string | null
  readonly period: string | null
  readonly sheet?: string
  readonly files: readonly { readonly name: string; readonly content: string; readonly encoding: 'TEXT' | 'BASE64' }[]
}

const finding = `kind severity message expected { low high lowInclusive highInclusive } reported unit found
  file row column release { code } indicators { release { code } series { key } period }`

interface RemoteFinding extends Omit<ShownFinding, 'release' | 'stored' | 'indicators'> {
  readonly release: { readonly code: string } | null
  readonly indicators: readonly {
    readonly release: { readonly code: string }
    readonly series: { readonly key: string }
    readonly period: string
  }[]
}

interface Page<T> {
  readonly nodes: readonly T[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** Calls the GraphQL API of a server. Throws the refusals of the server, and UNAVAILABLE if it does not answer. */
export class Server {
  readonly #url: URL
  readonly #key: string | null

  constructor(url: URL, key: string | null) {
    this.#url = url
    this.#key = key
  }

  async retract(code: string, reason: string): Promise<{ readonly version: number }> {
    const document =
      'mutation ($code: String!, $reason: String!) { retractRelease(code: $code, reason: $reason) { release { code } } }'
    await this.#ask(document, { code, reason })
    const { store } = await this.#ask<{ store: { version: number } }>('{ store { version } }')
    return store
  }

  async releases(): Promise<ShownRelease[]> {
    const document = `query ($after: String) {
      list: releases(first: 1000, after: $after) { nodes { dataset { code } ${ownFields.join(' ')} } pageInfo { hasNextPage endCursor } }
    }`
    type Found = Omit<ShownRelease, 'dataset'> & { readonly dataset: { readonly code: string } }
    const found = await this.#all<Found>(document, {})
    return found.map((release) => ({ ...release, dataset: release.dataset.code }))
  }

  async proof(name: FigureName): Promise<string> {
    const document = 'query ($indicator: ID!) { proof(indicator: $indicator) { file } }'
    const indicator = encodeId('Indicator', name.release, name.series, name.period)
    const { proof } = await this.#ask<{ proof: { file: string } }>(document, { indicator })
    return proof.file
  }

  async findings(release: string | null): Promise<ShownFinding[]> {
    const document = `query ($release: String, $after: String) {
      list: findings(release: $release, first: 1000, after: $after) {
        nodes { ${finding} } pageInfo { hasNextPage endCursor }
      }
    }`
    const found = await this.#all<RemoteFinding>(document, { release })
    if (found.length === 0 && release !== null) {
      const codes = (await this.releases()).map(({ code }) => code)
      if (!codes.includes(release)) throw unknownRelease(release, codes, 'NOT_FOUND')
    }
    return found.map(toShownFinding)
  }

  async importRelease(input: ImportInput): Promise<ShownReport> {
    const document = `mutation ($input: ImportReleaseInput!) {
      importRelease(input: $input) {
        accepted dryRun added revised unchanged rejected notices release { version } findings { ${finding} }
      }
    }`
    type Report = Omit<ShownReport, 'release' | 'version' | 'findings'> & {
      readonly release: { readonly version: number } | null
      readonly findings: readonly RemoteFinding[]
    }
    const { importRelease } = await this.#ask<{ importRelease: Report }>(document, { input })
    const { release, findings, ...report } = importRelease
    const shownFindings = findings.map((each) => {
      const { release: of, stored: _, ...rest } = toShownFinding(each)
      return of === undefined || of === input.code ? rest : { ...rest, release: of }
    })
    return { release: input.code, ...report, findings: shownFindings, version: release?.version ?? null }
  }

  async #all<T>(document: string, variables: object): Promise<T[]> {
    const all: T[] = []
    let after: string | null = null
    for (;;) {
      const { list }: { list: Page<T> } = await this.#ask(document, { ...variables, after })
      all.push(...list.nodes)
      if (!list.pageInfo.hasNextPage) return all
      after = list.pageInfo.endCursor
    }
  }

  async #ask<T>(query: string, variables: object = {}): Promise<T> {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(this.#key !== null && { authorization: `Bearer ${this.#key}` }),
    }
    const unreachable = (error: unknown): never => {
      throw new Refusal('UNAVAILABLE', `The server ${this.#url.host} cannot be reached: ${reasonOf(error)}.`)
    }
    const body = JSON.stringify({ query, variables })
    const init = { method: 'POST', headers, body, redirect: 'error' } as const // a redirect would receive the key
    const response = await fetch(this.#url, init).catch(unreachable)
    const answer = parsed(await response.text().catch(unreachable))
    if (answer === null)
      throw new Refusal(
        'UNAVAILABLE',
        `${this.#url} does not answer like this server (status ${response.status}). Check the address.`,
      )
    if (answer.errors?.length) throw refusalOf(answer.errors)
    return answer.data as T
  }
}

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } & Choices }[]
}

function parsed(text: string): Answer | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value)
      ? (value as Answer)
      : null
  } catch {
    return null
  }
}

/** Combines errors to one refusal with all messages, the first known code, and the choices of a single error. */
function refusalOf(errors: NonNullable<Answer['errors']>): Refusal {
  const codes = errors.map(({ extensions }) => extensions?.code ?? 'INTERNAL_SERVER_ERROR')
  const message = errors.map((error, index) => `${codes[index]}: ${error.message}`).join('\n')
  const known = codes.find((code): code is ErrorCode => Object.hasOwn(catalogue, code))
  const [only, second] = errors
  const { didYouMean, allowed } = (second === undefined && only?.extensions) || {}
  return new Refusal(known ?? 'INTERNAL_SERVER_ERROR', message, {
    ...(didYouMean && { didYouMean }),
    ...(allowed && { allowed }),
  })
}

function toShownFinding({ release, indicators, ...rest }: RemoteFinding): ShownFinding {
  const refs = indicators.map((each) => ({ release: each.release.code, series: each.series.key, period: each.period }))
  return { ...rest, indicators: refs, ...(release && { release: release.code, stored: true }) }
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error
  return cause instanceof Error ? cause.message || ((cause as NodeJS.ErrnoException).code ?? message) : message
}
