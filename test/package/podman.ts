import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { Command } from '../cli/process.js'
import { root } from '../docs/clone.js'

const isInstalled = (program: string): boolean =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'].some((folder) => existsSync(join(folder, program)))
const missing = ['podman', 'debootstrap'].filter((program) => !isInstalled(program))

/** Why no image is built here, for the name of a test; null where one is. */
export const notTried =
  process.getuid?.() !== 0
    ? ' (not tried: debootstrap is for root)'
    : missing.length > 0
      ? ` (not tried: ${missing.join(' and ')} not installed)`
      : spawnSync('unshare', ['--mount', 'true']).status === 0
        ? null
        : ' (not tried: nothing can be mounted here)'

const npmSetting = (name: string): string => output('npm', 'config', 'get', name)

/** The host of the registry that npm uses here. */
export const registryHost = (): string => new URL(npmSetting('registry')).host

const environment = { ...process.env, PODMAN_IGNORE_CGROUPSV1_WARNING: 'true' }
const output = (file: string, ...args: readonly string[]): string =>
  execFileSync(file, args, { encoding: 'utf8' }).trim()

/** Podman with images, containers and volumes of its own. */
export class Podman {
  readonly #folder: string
  readonly #options: readonly string[]
  readonly #limits: readonly string[]
  readonly #commands: Command[] = []

  private constructor(folder: string) {
    this.#folder = folder
    const places = ['root', 'runroot', 'tmpdir'].map((name) => `--${name}=${join(folder, name)}`)
    // crun refuses a machine with both versions of cgroups.
    this.#options = [...places, '--cgroup-manager=cgroupfs', ...(isInstalled('runc') ? ['--runtime=runc'] : [])]
    // The limits of Podman are above those that root can have in a small machine.
    const [files, processes] = output('bash', '-c', 'ulimit -Hn; ulimit -Hu').replaceAll('unlimited', '-1').split('\n')
    this.#limits = [`--ulimit=nofile=${files}:${files}`, `--ulimit=nproc=${processes}:${processes}`]
  }

  static async open(): Promise<Podman> {
    return new Podman(await mkdtemp(join(tmpdir(), 'trade-indicators-podman-')))
  }

  /** Makes a base image of Debian and Node, as `localhost/node`. */
  async makeBase(): Promise<void> {
    const folder = join(this.#folder, 'base')
    await told(this.#keep(new Command(join(root, '.ci/base-image'), [folder], { env: environment, detached: true })))
    const script = `tar -C '${folder}' -c . | podman ${this.#options.join(' ')} import --quiet - localhost/node`
    await told(this.#keep(new Command('bash', ['--norc', '-c', `set -o pipefail; ${script}`], { env: environment })))
    await rm(folder, { recursive: true })
  }

  /** Builds deploy/Containerfile on the base image, with the registry of packages that npm uses here. */
  async build(name: string): Promise<string> {
    const npmrc = join(this.#folder, 'npmrc')
    await writeFile(npmrc, await registryOfPackages(), { mode: 0o600 })
    const how = ['--isolation=chroot', '--format=docker', '--layers=false', ...this.#limits]
    const what = ['--build-arg=NODE_IMAGE=localhost/node', `--secret=id=npmrc,src=${npmrc}`]
    return this.do('build', ...how, ...what, '--file', join(root, 'deploy/Containerfile'), '--tag', name, root)
  }

  /** Starts a container as deploy/compose.yaml does, on the network of this machine. */
  start(...args: readonly string[]): Command {
    const bounds = ['--read-only', '--cap-drop=all', '--security-opt=no-new-privileges', '--network=host']
    return this.#command('run', '--rm', ...bounds, ...this.#limits, ...args)
  }

  /** What a command of Podman prints; rejects where it fails. */
  async do(...args: readonly string[]): Promise<string> {
    return told(this.#command(...args))
  }

  /** The status with which a command of Podman ends. */
  async status(...args: readonly string[]): Promise<number | NodeJS.Signals | null> {
    return this.#command(...args).end()
  }

  /** Ends and puts away all that it made. */
  async close(): Promise<void> {
    for (const command of this.#commands) if (!command.ended) await command.kill('SIGKILL')
    await this.status('rm', '--all', '--force', '--volumes', '--time=0')
    await this.status('rmi', '--all', '--force')
    // What is killed leaves its mounts.
    const mounts = (await readFile('/proc/self/mounts', 'utf8')).split('\n').map((line) => line.split(' ')[1] ?? '')
    const own = mounts.filter((path) => path.startsWith(`${this.#folder}/`))
    for (const path of own.reverse()) spawnSync('umount', ['--lazy', path])
    await rm(this.#folder, { recursive: true, force: true })
  }

  #command(...args: readonly string[]): Command {
    return this.#keep(new Command('podman', [...this.#options, ...args], { env: environment }))
  }

  #keep(command: Command): Command {
    this.#commands.push(command)
    return command
  }
}

async function told(command: Command): Promise<string> {
  const status = await command.end()
  if (status !== 0) throw new Error(`${command.process.spawnargs.join(' ')} ended with ${status}:\n${command.said}`)
  return command.out
}

/** The settings of npm by which a build reaches the registry that npm uses here. */
async function registryOfPackages(): Promise<string> {
  const lines = ['registry', 'proxy', 'https-proxy'].map((name) => [name, npmSetting(name)] as const)
  const files = [npmSetting('cafile'), process.env['NODE_EXTRA_CA_CERTS'] ?? ''].filter((file) => existsSync(file))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const own = texts.flatMap((text) => text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [])
  const certificates = own.length > 0 ? new Set([...rootCertificates, ...own]) : []
  return [
    ...lines.filter(([, value]) => value !== 'null').map(([name, value]) => `${name}=${value}`),
    ...[...certificates].map((certificate) => `ca[]=${JSON.stringify(certificate)}`),
    '',
  ].join('\n')
}
