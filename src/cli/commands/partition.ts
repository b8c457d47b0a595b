import { Command } from 'commander'
import { asJson, print } from '../lib/output.js'
import { withStore } from '../lib/store.js'

export const partitionCommand = (env: NodeJS.ProcessEnv): Command =>
  new Command('partition')
    .description(
      'Partition the figures of the store by the year of their periods, which imports above 20 million figures do by themselves. Answers stay the same. The table is written again, which takes about a minute for a million figures; it can be read meanwhile.',
    )
    .option(...asJson)
    .action(async ({ json = false }: { json?: boolean }) => {
      const { partition } = await import('../../store/admin/partition.js')
      const report = await withStore(env, partition)
      const { changed, partitions } = report
      const years = `${partitions} ${partitions === 1 ? 'partition' : 'partitions'}`
      await print(json, report, [changed ? `partitioned the figures: ${years}` : `already partitioned: ${years}`])
    })
