import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { encodeBase64 } from '../../domain/history-proof/base64.js'
import { notSigned } from '../../domain/history-proof/figure-proof.js'
import { excerpt } from '../../domain/input-bounds.js'
import { refuse } from '../../errors.js'
import { readParameters } from '../../export/short-address.js'
import type { Proofs } from '../../graphql/builder.js'
import type { SignedHistory } from '../../history/signed-history.js'
import { type Answer, useRoute } from '../http/route.js'
import { textErrorAnswer } from '../plugins/response/errors.js'

export type History = Proofs & Pick<SignedHistory, 'verifier' | 'checkpoint' | 'consistency' | 'leaves'>

const mostLeaves = 1000

type Serve = (history: History, parameters: URLSearchParams) => Promise<string> | string

/** The documents by which auditors follow a signed history, and read it again from its leaves. */
const documents: Readonly<Record<string, Serve>> = {
  '/history/key': ({ verifier }, parameters) => {
    readParameters(parameters, [])
    return `${verifier}\n`
  },
  '/history/checkpoint': (history, parameters) => {
    const { size } = readParameters(parameters, ['size'])
    return history.checkpoint(size === undefined ? undefined : whole('size', size))
  },
  '/history/consistency': async (history, parameters) => {
    const { from, to } = readParameters(parameters, ['from', 'to'])
    const hashes = await history.consistency(whole('from', from), whole('to', to))
    return hashes.map((hash) => `${encodeBase64(hash)}\n`).join('')
  },
  '/history/leaves': async (history, parameters) => {
    const { from } = readParameters(parameters, ['from'])
    const leaves = await history.leaves(whole('from', from ?? '1'), mostLeaves)
    return leaves.map((leaf) => `${leaf}\n`).join('')
  },
}

export function useHistory(history: History | null, log: Logger): Plugin {
  return useRoute(
    ({ pathname }) => Object.hasOwn(documents, pathname),
    async (request, { pathname, searchParams }): Promise<Answer> => {
      try {
        if (history === null) throw notSigned()
        const body = await (documents[pathname] as Serve)(history, searchParams)
        return { status: 200, headers, body }
      } catch (error) {
        return textErrorAnswer(error, request, log, {})
      }
    },
  )
}

const headers = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
}

function whole(name: string, text: string | undefined): number {
  if (text === undefined || !/^\d{1,9}$/.test(text))
    refuse(`${name} must be a whole number${text === undefined ? '' : `, not "${excerpt(text)}"`}.`)
  return Number(text)
}
