declare module 'fs-native-extensions' {
  /** Takes an exclusive lock of the whole file without waiting; false where another process has one. */
  export function tryLock(fd: number): boolean
  /** Takes an exclusive lock of the whole file once no other process has one. */
  export function waitForLock(fd: number): Promise<void>
}
