import { firstPorts } from '../ports/firstPorts.js'
import type { Send } from '../ports/ports.js'
import { replyOf } from '../ports/replyOf.js'
import { numbersIn } from '../ports/send.js'
import type { WholeReply } from './diary.js'

/** Posts as a page does, and reads of the answer what it has turned away, too. */
export function sendWhole(): Send {
  const { send } = firstPorts()
  return async (url, body): Promise<WholeReply> => {
    const answer = await send(url, body)
    if (!(answer instanceof Response) || answer.status !== 202) return replyOf(answer)
    const [rejected, numbers] = await Promise.all([rejectedIn(answer.clone()), numbersIn(answer)])
    return { ...replyOf(answer), ...numbers, rejected }
  }
}

async function rejectedIn(answer: Response): Promise<NonNullable<WholeReply['rejected']>> {
  const { rejected } = (await answer.json().catch(() => null)) ?? {}
  return Array.isArray(rejected) ? rejected : []
}
