import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { tryLock } from 'fs-native-extensions'
import { Refusal } from '../../errors.js'

/**
 * Takes a folder for this process alone, or is UNAVAILABLE saying who holds it. The lock is the operating system's own,
 * on the open file `lock`: it ends with the process, however that ends, and its text only names the holder.
 */
export async function lockFolder(folder: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true })
  const file = await open(join(folder, 'lock'), 'a+')
  if (!tryLock(file.fd)) {
    const holder = (await file.readFile('utf8')).trim() // nothing while the other has just begun
    await file.close()
    throw new Refusal(
      'UNAVAILABLE',
      `The store in ${folder} is open in another process${holder && ` (${holder})`}. Stop that one, or give this one a folder of its own with DATA_DIR.`,
    )
  }
  await file.truncate(0)
  await file.write(`process ${process.pid} on ${hostname()} since ${new Date().toISOString()}\n`)
  return file
}
