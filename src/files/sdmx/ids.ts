const beyond = /[^A-Za-z0-9_]/g
const escapes = /(?:\$[0-9A-F]{4})+/g
const letters = /^(?:(?![ -~])[\p{L}\p{M}\p{N}])+$/u

const hex = (unit: string): string => unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/** Returns a code as an identifier of SDMX, which has no letters beyond ASCII: "锂" is "$9502". */
export const codeId = (code: string): string => code.replace(beyond, (unit) => `$${hex(unit)}`)

/** Returns the code of an identifier; an identifier that `codeId` does not make is a code of its own. */
export const codeOfId = (id: string): string =>
  id.replace(escapes, (escaped) => {
    const text = escaped.replace(/\$(....)/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)))
    return letters.test(text) ? text : escaped
  })

/** Returns a code as the identifier of a component, which begins with a letter and has no "$": "锂" is "U---9502". */
export function componentId(code: string): string {
  const id = code.replace(beyond, (unit) => `-${hex(unit)}`)
  return /^[A-Za-z]/.test(id) ? id : `U--${id}`
}
