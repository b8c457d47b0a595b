import type { Observation, ReleaseStage } from '../../domain/observations/observation.js'

/** Where something stood: the file, its row as a spreadsheet counts it (the header is 1), and the column's name. */
export interface Place {
  readonly file: string
  readonly row: number
  readonly column: string | null
}

/** What could not be read, as a value: all of a file's problems are reported together. */
export interface Problem extends Place {
  /** What was wrong and what would be right. */
  readonly message: string
  /** The cell as it stood. */
  readonly found: string | null
}

/** Under which columns a figure's change on a year before and its share stand; its level stands at its place. */
export interface Parts {
  readonly change: string | null
  readonly share: string | null
}

/** One row of a file: the figure that it printed, or the problems that kept it from being read. */
export type Reading =
  | {
      readonly place: Place
      readonly figure: Observation
      readonly parts?: Parts
      /** The release that the row says that it is of, in a file that holds a history. */
      readonly release?: string | null
      readonly problems?: never
    }
  | { readonly place: Place; readonly figure?: never; readonly problems: readonly Problem[] }

export interface ReaderOptions {
  /** Of the tidy format: units in which a value's one decimal, where it is 0, was not printed. */
  readonly pointZero?: ReadonlyMap<string, number>
  /** The file's name, for messages. */
  readonly file: string
  /** Decides the status of a figure where the file says nothing: FLASH gives PRELIMINARY, and so on. */
  readonly stage: ReleaseStage
}

/** The tidy format can hold a history: of each release that a row names, its stage, where that is known. */
export interface CsvOptions extends ReaderOptions {
  readonly stageOf?: (release: string) => ReleaseStage | undefined
}

/** A file format: bytes to readings, as a stream, in the order of the file. */
export type Reader = (bytes: AsyncIterable<Uint8Array>, options: ReaderOptions) => AsyncIterable<Reading>
