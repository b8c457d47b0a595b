import { Refusal } from '../../../errors.js'
import { FairSemaphore, type SemaphoreLimits } from '../../../lib/fair-semaphore.js'
import { noteClient } from '../../../store/database/fair-connections.js'

/** Executes so many queries at once, and lets so many more wait; which client comes too much is UNAVAILABLE. */
export class ExecutionSlots extends FairSemaphore {
  constructor(places: Required<Pick<SemaphoreLimits, 'executing' | 'waiting'>> & SemaphoreLimits) {
    const { executing, waiting } = places
    const message = `The server is busy: ${executing} queries are executed and ${waiting} wait, and no more are taken. Ask again in a moment.`
    super(places, () => new Refusal('UNAVAILABLE', message))
  }

  /** Does the work in its client's turn, and never where the signal comes first; its statements are that client's too. */
  override run<T>(work: () => Promise<T> | T, signal: AbortSignal, client = ''): Promise<T> {
    noteClient(signal, client)
    return super.run(work, signal, client)
  }
}
