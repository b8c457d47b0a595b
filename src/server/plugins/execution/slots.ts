import { formatCount, Refusal } from '../../../errors.js'
import { FairSemaphore, type SemaphoreLimits } from '../../../lib/fair-semaphore.js'
import { noteClient } from '../../../store/database/fair-connections.js'

export class ExecutionSlots extends FairSemaphore {
  constructor(limits: Required<Pick<SemaphoreLimits, 'executing' | 'waiting'>> & SemaphoreLimits) {
    const { executing, waiting } = limits
    const message = `The server is busy: ${formatCount(executing)} queries are executing and ${formatCount(waiting)} are waiting. Retry in a moment.`
    super(limits, () => new Refusal('UNAVAILABLE', message))
  }

  override run<T>(work: () => Promise<T> | T, signal: AbortSignal, client = ''): Promise<T> {
    noteClient(signal, client)
    return super.run(work, signal, client)
  }
}
