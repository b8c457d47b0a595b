import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A TCP proxy in front of a database that can fall silent: it then passes nothing on and closes nothing. */
export class SilentProxy {
  readonly #server: Server
  readonly #target: URL
  readonly #ends = new Set<Socket>()
  /** Whether new connections are accepted without a word. */
  isDead = false

  private constructor(target: URL) {
    this.#target = target
    this.#server = createServer((near) => this.#pass(near))
  }

  static async start(target: string): Promise<SilentProxy> {
    const proxy = new SilentProxy(new URL(target))
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  /** The address of the database by way of the proxy. */
  get url(): string {
    const url = new URL(this.#target)
    url.host = `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return url.href
  }

  /** Drops all that comes from now on over the connections that there are, in both directions. */
  fallSilent(): void {
    for (const end of this.#ends) {
      for (const event of ['data', 'end', 'error']) end.removeAllListeners(event)
      end.on('error', () => {}).resume()
    }
  }

  /** Ends what goes to the database, as a proxy does whose database is gone, and tells the other side nothing. */
  loseDatabase(): void {
    this.fallSilent()
    for (const end of this.#ends) if (end.remotePort === Number(this.#target.port)) end.destroy()
  }

  async stop(): Promise<void> {
    for (const end of this.#ends) end.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #pass(near: Socket): void {
    this.#keep(near)
    if (this.isDead) return void near.resume()
    const far = connect(Number(this.#target.port), this.#target.hostname)
    this.#keep(far)
    near.on('data', (bytes) => far.write(bytes))
    far.on('data', (bytes) => near.write(bytes))
    near.on('end', () => far.end())
    near.on('error', () => far.destroy()) // a killed client that has not read all resets its connection
    far.on('end', () => near.end())
  }

  #keep(end: Socket): void {
    this.#ends.add(end)
    end.on('error', () => {}).on('close', () => this.#ends.delete(end))
  }
}
