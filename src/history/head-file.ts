import { readFile, rename, writeFile } from 'node:fs/promises'
import { decodeBase64 } from '../domain/history-proof/base64.js'
import type { Checkpoint } from '../domain/history-proof/checkpoint.js'
import { Refusal } from '../errors.js'

/**
 * The last head that was signed with a key, beside the key: a store that was restored to an earlier state has forgotten
 * what was signed after it.
 */
export interface HeadFile {
  read(): Promise<Checkpoint | null>
  write(note: string): Promise<void>
}

export function headFileOf(key: string): HeadFile {
  const file = `${key}.head`
  return {
    async read() {
      const note = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw new Refusal('UNAVAILABLE', `The last signed head, ${file}, cannot be read: ${error.message}.`)
      })
      if (note === null) return null
      const [origin = '', size = '', root = ''] = note.split('\n')
      const hash = decodeBase64(root)
      if (!/^\d{1,10}$/.test(size) || hash?.length !== 32)
        throw new Refusal('CONFLICT', `${file} is damaged, so that it is not known what was signed. Nothing is signed.`)
      return { origin, size: Number(size), root: hash }
    },
    async write(note) {
      const part = `${file}.${process.pid}.part`
      await writeFile(part, note, { flush: true })
      await rename(part, file)
    },
  }
}
