import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { auditCommand } from '../../src/cli/commands/audit.js'
import { backupCommand, restoreCommand } from '../../src/cli/commands/backup.js'
import { checkCommand } from '../../src/cli/commands/check.js'
import { codesCommand } from '../../src/cli/commands/codes.js'
import { exportCommand } from '../../src/cli/commands/export.js'
import { hooksCommand } from '../../src/cli/commands/hooks.js'
import { importCommand } from '../../src/cli/commands/import.js'
import { keysCommand } from '../../src/cli/commands/keys.js'
import { mapCommand } from '../../src/cli/commands/map.js'
import { mcpCommand } from '../../src/cli/commands/mcp.js'
import { partitionCommand } from '../../src/cli/commands/partition.js'
import { proofCommand } from '../../src/cli/commands/proof.js'
import { readCommand } from '../../src/cli/commands/read.js'
import { releasesCommand } from '../../src/cli/commands/releases.js'
import { retractCommand } from '../../src/cli/commands/retract.js'
import { serveCommand } from '../../src/cli/commands/serve.js'
import { verifyCommand } from '../../src/cli/commands/verify.js'
import { writeCommand } from '../../src/cli/commands/write.js'
import { root } from './clone.js'

const commands = [
  serveCommand,
  mcpCommand,
  importCommand,
  checkCommand,
  exportCommand,
  releasesCommand,
  retractCommand,
  codesCommand,
  keysCommand,
  hooksCommand,
  mapCommand,
  readCommand,
  writeCommand,
  proofCommand,
  verifyCommand,
  auditCommand,
  partitionCommand,
  backupCommand,
  restoreCommand,
].map((make) => make({}))

const optionsOf = (command: Command): string[] => [
  ...command.options.filter(({ hidden }) => !hidden).map(({ long }) => long ?? ''),
  ...command.commands.flatMap(optionsOf),
]

test('docs/commands.md describes every option in the chapter of its command', async () => {
  const chapters = (await readFile(join(root, 'docs/commands.md'), 'utf8')).split(/^## /m)
  for (const command of commands) {
    const chapter = chapters.find((text) => text.split('\n', 1)[0]?.split(' ').includes(command.name())) ?? ''
    expect(
      optionsOf(command).filter((option) => !chapter.includes(option)),
      command.name(),
    ).toEqual([])
  }
  expect(chapters).toHaveLength(commands.length)
})
