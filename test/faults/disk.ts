import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk that can be filled. */
export interface Disk {
  /** A folder on it. */
  readonly folder: string
  /** How it is done, for the name of a test. */
  readonly how: string
  /** Leaves so many megabytes of it to a process. */
  fill(pid: number, megabytes: number): void
  free(pid: number): void
  putAway(): void
}

const run = (program: string, ...args: string[]): unknown => execFileSync(program, args, { stdio: 'pipe' })

/**
 * A file system of its own, where that may be had; else the limit of what a process may write to a
 * file, which says the same of a disk that is as small.
 */
export function smallDisk(megabytes: number): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'trade-indicators-disk-'))
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)
    return mounted(folder)
  } catch {
    return limited(folder)
  }
}

const mounted = (folder: string): Disk => ({
  folder,
  how: 'a file system of its own',
  fill(_, megabytes) {
    const { bfree, bsize } = statfsSync(folder)
    const file = openSync(join(folder, 'filler'), 'w')
    const block = Buffer.alloc(bsize)
    for (let left = bfree * bsize - megabytes * 1e6; left >= bsize; left -= bsize) writeSync(file, block)
    closeSync(file)
  },
  free: () => rmSync(join(folder, 'filler')),
  putAway() {
    run('umount', '-l', folder)
    rmSync(folder, { recursive: true })
  },
})

const limited = (folder: string): Disk => ({
  folder,
  how: 'the limit of a file',
  fill: (pid, megabytes) => void run('prlimit', '--pid', `${pid}`, `--fsize=${megabytes * 1e6}:`),
  free: (pid) => void run('prlimit', '--pid', `${pid}`, '--fsize=unlimited:'),
  putAway: () => rmSync(folder, { recursive: true }),
})
