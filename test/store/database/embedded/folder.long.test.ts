import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../../../src/store/database/open.js'

describe('a store in a folder', () => {
  let parent: string
  let path: string
  const children: ChildProcess[] = []
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'trade-indicators-folder-'))
    path = join(parent, 'data')
  })
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    await rm(parent, { recursive: true })
  })
  const open = (): Promise<Database> => openDatabase({ kind: 'folder', path })

  /** Another process, which opens the folder, says what came of it in a line, and holds it until it is killed. */
  function another(): { child: ChildProcess; line: Promise<string> } {
    const script = `
      import(${JSON.stringify(new URL('../../../../src/store/database/open.ts', import.meta.url).href)})
        .then(({ openDatabase }) => openDatabase({ kind: 'folder', path: ${JSON.stringify(path)} }))
        .then(({ pool }) => pool.query("INSERT INTO dataset (code) VALUES ('OF_A_CHILD')"))
        .then(() => { console.log('open'); setInterval(() => {}, 1000) })
        .catch((error) => console.log(error.code, error.message))`
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
      cwd: new URL('../../../../', import.meta.url),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text))
    return { child, line }
  }
  async function kill(child: ChildProcess): Promise<void> {
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }

  test('that a killed process was creating is created again', async () => {
    const { child } = another()
    while (!existsSync(join(path, 'pgdata', 'PG_VERSION')) && child.exitCode === null) await setTimeout(5)
    await kill(child)
    expect(existsSync(join(path, 'pgdata.unfinished'))).toBe(true)

    const database = await open()
    expect((await database.pool.query('SELECT version FROM store_state')).rows).toEqual([{ version: 0 }])
    expect(existsSync(join(path, 'pgdata.unfinished'))).toBe(false)
    expect((await stat(join(path, 'pgdata'))).mode & 0o777).toBe(0o700)
    await database.close()
  })

  test('keeps committed transactions only', async () => {
    const before = await open()
    await before.prisma.dataset.create({ data: { code: 'COMMITTED' } })
    const client = await before.pool.connect()
    await client.query('BEGIN')
    await client.query("INSERT INTO dataset (code) VALUES ('LEFT_OPEN')")
    client.release(true)
    await before.close()

    const after = await open()
    expect(await after.prisma.dataset.findMany({ select: { code: true } })).toEqual([{ code: 'COMMITTED' }])
    await after.close()
  })

  test('is refused if another version of PostgreSQL wrote it', async () => {
    await (await open()).close()
    const file = join(path, 'pgdata', 'PG_VERSION')
    const written = await readFile(file, 'utf8')
    await writeFile(file, '17\n')
    await expect(open()).rejects.toThrow(/written by PostgreSQL 17, .* contains PostgreSQL 18\. Write a backup with/)
    await writeFile(file, written)
    const database = await open()
    expect(await database.prisma.dataset.count()).toBe(1)
    await database.close()
  })

  test('is refused if a newer version of the program migrated it', async () => {
    const before = await open()
    const newer = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('9', '', '9_newer', now())`
    await before.pool.query(newer)
    await before.close()
    await expect(open()).rejects.toThrow(/migration 9_newer, which a newer version of this program applied\. Start/)
    const withoutCheck = await openDatabase({ kind: 'folder', path }, []) // as for a backup
    await withoutCheck.pool.query(`DELETE FROM _prisma_migrations WHERE id = '9'`)
    await withoutCheck.close()
    await (await open()).close()
  })

  test('is refused to a second process, which is told the holder', async () => {
    const database = await open()
    const refused = /open in another process \(process (\d+) on .* since .*\)/
    await expect(open()).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.stringMatching(refused) })
    const { child, line } = another()
    expect(await line).toMatch(new RegExp(`^UNAVAILABLE The store in .* is ${refused.source}`))
    expect(refused.exec(await line)?.[1]).toBe(`${process.pid}`)
    if (child.exitCode === null) await once(child, 'exit')
    expect(await database.prisma.dataset.count()).toBe(1)
    await database.close()
  })

  test('opens after its holder was killed, with committed transactions', async () => {
    const { child, line } = another()
    expect(await line).toBe('open')
    await expect(open()).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining(`process ${child.pid} on`),
    })
    expect(await readFile(join(path, 'lock'), 'utf8')).toContain(`process ${child.pid} on`)
    await kill(child)
    const database = await open()
    expect(await database.prisma.dataset.count({ where: { code: 'OF_A_CHILD' } })).toBe(1)
    await database.close()
  })
})
