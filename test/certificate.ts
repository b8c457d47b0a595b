import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Makes a certificate for a name that has signed itself, with the file of its authority. */
export async function certify(name: string) {
  const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-certificate-'))
  const [keyFile, file] = [join(folder, 'key'), join(folder, 'certificate')]
  const names = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`]
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  await promisify(execFile)('openssl', [...kind, '-keyout', keyFile, '-out', file, ...names])
  const [key, certificate] = await Promise.all([readFile(keyFile, 'utf8'), readFile(file, 'utf8')])
  return { key, certificate, file, remove: () => rm(folder, { recursive: true }) }
}
