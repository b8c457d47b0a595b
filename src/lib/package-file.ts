const root = new URL('../../', import.meta.url) // of this file, and of dist/cli/main.js, into which it is bundled

export const packageFile = (path: string): URL => new URL(path, root)
