import type { Observation, ReleaseStage } from '../../domain/observations/observation.js'

/** A position in a file. Rows count from 1, the header included; columns are named by their header. */
export interface Place {
  readonly file: string
  readonly row: number
  readonly column: string | null
}

/** The reason why a cell, row or file was not read. All problems of a file are reported together. */
export interface Problem extends Place {
  /** States what was found and what is allowed. */
  readonly message: string
  /** The text of the cell. */
  readonly found: string | null
}

export type ProblemDetail = Pick<Problem, 'column' | 'found' | 'message'>

/** The columns that hold the year-on-year change and the share of an observation. */
export interface Parts {
  readonly change: string | null
  readonly share: string | null
}

/** One observation of a file, or the problems that prevented reading it. */
export type Reading =
  | {
      readonly place: Place
      readonly figure: Observation
      readonly parts?: Parts
      /** The release named by the row, in a file that holds several releases. */
      readonly release?: string | null
      readonly problems?: never
    }
  | { readonly place: Place; readonly figure?: never; readonly problems: readonly Problem[] }

export interface ReaderOptions {
  /** The units whose values all end in ".0" although no decimal was printed. Used by the tidy format only. */
  readonly pointZero?: ReadonlyMap<string, number>
  /** The file name used in messages. */
  readonly file: string
  /** The stage that determines the status of observations without one: FLASH gives PRELIMINARY. */
  readonly stage: ReleaseStage
}

export interface CsvOptions extends ReaderOptions {
  /** Returns the stage of a release named by a row of a history. */
  readonly stageOf?: (release: string) => ReleaseStage | undefined
}

/** Reads the bytes of a file as a stream of readings in file order. */
export type Reader = (bytes: AsyncIterable<Uint8Array>, options: ReaderOptions) => AsyncIterable<Reading>

/** Builds the reading of a row, header or file that could not be read. */
export const failure = (place: Place, ...problems: readonly ProblemDetail[]): Reading & { problems: object } => ({
  place,
  problems: problems.map((problem) => ({ ...place, ...problem })),
})

/** Wraps a message about a file or row as a whole. */
export const detail = (message: string): ProblemDetail => ({ column: null, found: null, message })
