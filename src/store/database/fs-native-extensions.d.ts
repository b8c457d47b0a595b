declare module 'fs-native-extensions' {
  /** Takes an exclusive lock of the whole file without waiting; false where another process has one. */
  export function tryLock(fd: number): boolean
  export function waitForLock(fd: number): Promise<void>
}
