import { openSync, rmSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoizeUntilRejected } from '../../lib/memo.js'
import { unpackFonts } from './font-pack.js'

/**
 * Returns a function that returns the paths of unpacked fonts: the library that draws reads fonts from files only. They
 * are temporary files of this process, which on Linux have no names, so that a process that is killed leaves none.
 */
export const unpackedFonts = (packed: string): (() => Promise<readonly string[]>) =>
  memoizeUntilRejected(async () => {
    const fonts = await unpackFonts(await readFile(packed))
    const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-fonts-'))
    const remove = (): void => rmSync(folder, { recursive: true, force: true })
    try {
      const files = fonts.map((_, at) => join(folder, `${at}.ttf`))
      await Promise.all(fonts.map((font, at) => writeFile(files[at] as string, font)))
      if (process.platform === 'linux') return files.map((file) => `/proc/self/fd/${openSync(file, 'r')}`)
      process.once('exit', remove)
      return files
    } finally {
      if (process.platform === 'linux') remove()
    }
  })
