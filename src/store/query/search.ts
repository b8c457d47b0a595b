import type { Category, Metric } from '../../domain/codes/codes.js'
import type { Dataset } from '../../domain/codes/dataset.js'
import { labelled } from '../../domain/codes/labels.js'
import { type Hit, SearchIndex } from '../../domain/search/search.js'
import { memoizeByObject } from '../../lib/memo.js'
import type { Release, Snapshot } from './metadata-snapshot.js'

export type Target = Dataset | Metric | Category | Release

const indexOf = memoizeByObject(
  ({ codes, releases }: Snapshot) =>
    new SearchIndex<Target>([
      ...labelled(codes),
      ...codes.datasets.map((dataset) => ({
        target: dataset,
        code: dataset.code,
        labels: [dataset.name.en, dataset.name.zh].filter((label) => label !== null),
      })),
      ...releases.map((release) => ({ target: release, code: release.code, labels: [release.title] })),
    ]),
)

export const search = (snapshot: Snapshot, text: string, most: number): readonly Hit<Target>[] =>
  indexOf(snapshot).find(text, most)
