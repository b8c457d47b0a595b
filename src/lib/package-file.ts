const root = new URL('../../', import.meta.url) // of this file, and of dist/cli/main.js, into which it is bundled

/** Returns the address of a file or folder of the package, by its path from the root of the package. */
export const packageFile = (path: string): URL => new URL(path, root)
