import type { Bounds } from '../../../../domain/numbers/bounds.js'
import { Decimal } from '../../../../domain/numbers/decimal.js'
import type { Frequency } from '../../../../domain/periods/period.js'
import type { Unit } from '../../../../domain/units/unit.js'
import { Prisma } from '../../../../generated/prisma/client.js'

const { raw } = Prisma

export interface Ref {
  readonly series_id: number
  readonly period: number
  readonly frequency: Frequency
  readonly release_id: number
}

export interface Subject extends Ref {
  readonly unit: Unit
  readonly value: string | null
}

export type Texts<Column extends string> = Readonly<Record<Column, string>>

export const subject = (alias: string): Prisma.Sql =>
  raw(`${refColumns.map((column) => `${alias}.${column}`).join(', ')}, ${alias}.unit, ${alias}.value`)

export const ref = (alias: string): Prisma.Sql =>
  raw(`jsonb_build_object(${refColumns.map((column) => `'${column}', ${alias}.${column}`).join(', ')})`)

const refColumns = ['series_id', 'period', 'frequency', 'release_id']

export const boundsFrom = (low: string | null, high: string | null): Bounds => ({
  low: low === null ? null : new Decimal(low),
  high: high === null ? null : new Decimal(high),
  lowInclusive: false,
  highInclusive: false,
})
