import type { CheckResult } from './commands/check.js'
import { type Delivery, deliver } from './deliver.js'
import { complain, tell, tellDuration } from './output.js'

export interface Saying extends Delivery {
  /** When the work began, by `performance.now()`. */
  readonly started: number
  /** Why it took no longer. */
  readonly remark?: string
}

/** Puts what a check says where it is wanted, and the rest to stderr; the result is the exit status. */
export async function sayResult(result: CheckResult, { started, remark, ...delivery }: Saying): Promise<number> {
  const problem = await deliver(result, delivery)
  if (problem !== undefined) return complain(problem)
  for (const line of result.remarks) tell(line)
  tellDuration(started, remark)
  return result.status
}
