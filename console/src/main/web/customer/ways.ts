import type { CustomerSchemas as Schemas } from '../api/client'
import { plusDays, today } from '../words/days'

export type ContactWay = Schemas['ContactWay']
export const WAYS = ['CALL', 'VISIT', 'MESSAGE', 'MAIL', 'HOME_VISIT', 'OTHER'] as const satisfies ContactWay[]

// What is typed of a plan.
export interface NextPlan {
  on: string
  way: ContactWay | ''
  action: string
  purpose: string
}

const SOON = 3
const REGULAR = 'FOLLOW_UP'

export function nextPlan(plan?: Schemas['ShownFollowUp']): NextPlan {
  const isPast = (plan?.dueOn ?? '') < today()
  return {
    on: plan?.dueOn && !isPast ? plan.dueOn : plusDays(today(), SOON),
    way: plan?.way ?? 'CALL',
    action: plan?.action ?? '',
    purpose: plan?.purpose && plan.purpose !== REGULAR ? plan.purpose : '',
  }
}
