/** Stands for a package of a package that the bundle leaves out because it is never called. */
export default function leftOut(): never {
  throw new Error('This part of a package was left out of the bundle.')
}
