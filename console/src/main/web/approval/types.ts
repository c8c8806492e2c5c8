import type { components } from '../api/generated/approval'

export type Approval = components['schemas']['ApprovalView']
export type Task = components['schemas']['OpenTask']
export type Form = NonNullable<Task['form']>
export type State = NonNullable<Approval['state']>
export type Step = NonNullable<Approval['steps']>[number]
export type Signed = NonNullable<Approval['history']>[number]
