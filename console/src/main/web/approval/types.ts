import type { ApprovalSchemas as Schemas } from '../api/client'

export type Approval = Schemas['ApprovalView']
export type Task = Schemas['OpenTask']
export type Form = NonNullable<Task['form']>
export type State = NonNullable<Approval['state']>
export type Step = NonNullable<Approval['steps']>[number]
export type Signed = NonNullable<Approval['history']>[number]
