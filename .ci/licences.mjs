// `npm run licences`: every package that is installed with the packed tarball, with its version and its licence, as
// package-lock.json and node_modules have them. Ends with status 1 if a licence is not among those below. Packages that
// are "devOptional" come with prisma and typescript, dev dependencies which are optional peers of @prisma/client.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const allowed = [
  ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0'],
  ...['PostgreSQL', 'Unlicense', 'CC0-1.0', 'Python-2.0', 'MPL-2.0'],
]

/**
 * Whether an SPDX expression leaves a choice that is allowed.
 * @param {string} licence
 */
const isAllowed = (licence) =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => allowed.includes(each.trim())))

const folder = process.argv[2] ?? '.'
/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(join(folder, path), 'utf8'))
const { packages } = read('package-lock.json')
const rows = Object.entries(packages)
  .filter(
    ([path, { dev, devOptional, optional }]) =>
      path !== '' && !dev && !devOptional && !(optional && !existsSync(join(folder, path))),
  )
  .map(([path]) => {
    const { name, version, license: licence } = read(join(path, 'package.json'))
    return { name, version, licence: typeof licence === 'string' ? licence : 'none that it names' }
  })
  .sort((a, b) => a.name.localeCompare(b.name))
for (const { name, version, licence } of rows) process.stdout.write(`${name} ${version} ${licence}\n`)
const others = rows.filter(({ licence }) => !isAllowed(licence))
process.stdout.write(`${rows.length} packages, ${others.length} under another licence than ${allowed.join(', ')}\n`)
for (const { name, version, licence } of others) process.stderr.write(`${name} ${version} is under ${licence}\n`)
process.exitCode = others.length === 0 ? 0 : 1
