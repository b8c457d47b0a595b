import type { Observation, ReleaseStage } from '../../domain/observations/observation.js'

/** The position in a file. Rows count from 1, the header included; columns are named by their header. */
export interface Place {
  readonly file: string
  readonly row: number
  readonly column: string | null
}

export interface Problem extends Place {
  readonly message: string
  readonly found: string | null
}

export type ProblemDetail = Pick<Problem, 'column' | 'found' | 'message'>

export interface Parts {
  readonly change: string | null
  readonly share: string | null
}

export type Reading =
  | {
      readonly place: Place
      readonly figure: Observation
      readonly parts?: Parts
      readonly dataset?: string | null
      readonly release?: string | null
      readonly problems?: never
    }
  | { readonly place: Place; readonly figure?: never; readonly problems: readonly Problem[] }

export interface ReaderOptions {
  /** The units whose values all end in ".0" although no decimal was printed. Used by the tidy format only. */
  readonly pointZero?: ReadonlyMap<string, number>
  readonly file: string
  /** The stage that determines the status of observations without one: FLASH gives PRELIMINARY. */
  readonly stage: ReleaseStage
}

export interface CsvOptions extends ReaderOptions {
  readonly stageOf?: (release: string) => ReleaseStage | undefined
}

export type Reader = (bytes: AsyncIterable<Uint8Array>, options: ReaderOptions) => AsyncIterable<Reading>

export const failure = (place: Place, ...problems: readonly ProblemDetail[]): Reading & { problems: object } => ({
  place,
  problems: problems.map((problem) => ({ ...place, ...problem })),
})

export const detail = (message: string): ProblemDetail => ({ column: null, found: null, message })
