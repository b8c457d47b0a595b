import { z } from 'zod'
import type { ErrorCode, Refusal } from '../errors.js'
import { readArguments } from './arguments.js'
import type { Ask } from './ask.js'

/** The result of a tool: structured content, and the same in short for people and for clients that only read text. */
export interface Result<Content = object> {
  readonly content: Content
  readonly text: string
}

export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: JsonSchema
  readonly output: JsonSchema
  /** Throws a Refusal for arguments that break the schema, and those of the API. */
  run(args: unknown, ask: Ask): Promise<Result>
}

export type JsonSchema = Readonly<Record<string, unknown>>

interface Definition<Input extends z.ZodObject, Output extends z.ZodObject> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: Input
  readonly output: Output
  run(args: z.output<Input>, ask: Ask): Promise<Result<z.output<Output>>>
}

export function tool<Input extends z.ZodObject, Output extends z.ZodObject>(
  definition: Definition<Input, Output>,
): Tool {
  const { input, output, run } = definition
  return {
    ...definition,
    input: z.toJSONSchema(input, { io: 'input' }),
    // Some clients check the content of errors as well. Clients of older protocols expect the type object at the root.
    output: { type: 'object', ...z.toJSONSchema(z.union([output, failure])) },
    run: async (args, ask) => run(readArguments(input, args), ask),
  }
}

const failure = z
  .object({
    error: z.object({
      code: z.string().describe('The code of the error, such as UNKNOWN_CODE.'),
      message: z.string(),
      didYouMean: z.array(z.string()).optional().describe('The valid values that are nearest.'),
      allowed: z.array(z.string()).optional().describe('All valid values.'),
    }),
  })
  .describe('An error: the call was refused, and has no other content.')

export function failureOf({ code, message, extensions }: Pick<Refusal, 'code' | 'message' | 'extensions'>): Result {
  const { didYouMean = [], allowed = [] } = extensions
  const choices = [
    didYouMean.length > 0 ? `Try ${didYouMean.join(', or ')}.` : '',
    allowed.length > 0 ? `The values are ${allowed.join(', ')}.` : '',
  ].filter((each) => each !== '')
  const error = {
    ...{ code: code satisfies ErrorCode, message },
    ...(didYouMean.length > 0 && { didYouMean: [...didYouMean] }),
    ...(allowed.length > 0 && { allowed: [...allowed] }),
  } satisfies z.output<typeof failure>['error']
  return { content: { error }, text: [`${code}: ${message}`, ...choices].join(' ') }
}
