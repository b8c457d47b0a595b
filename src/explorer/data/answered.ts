import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core'
import type { ChoicesQuery, FrontQuery, StripQuery, TableQuery } from '../../generated/gql/explorer/graphql.js'

/** The text of a query, with the types of its result and its variables. */
export type TypedText<Result, Variables> = DocumentTypeDecoration<Result, Variables> & { toString(): string }

/** The data of an answer without errors, in which only an object that was looked up can be null. */
export type Answered<Data> = {
  [Root in keyof Data]: Root extends 'node' | 'release' ? Data[Root] : NonNullable<Data[Root]>
}

export type ChoicesData = Answered<ChoicesQuery>
export type FrontData = Answered<FrontQuery>
export type TableData = Answered<TableQuery>
export type StripData = Answered<StripQuery>
