import type { CommissionSchemas as Schemas } from '../api/client'

export type Commission = Schemas['CommissionView']
export type Share = NonNullable<Commission['shares']>[number]
export type Line = NonNullable<Commission['entries']>[number]
export type Statement = Schemas['Statement']
export type StatementLine = NonNullable<Statement['lines']>[number]
export type State = NonNullable<Commission['state']>
export type Kind = NonNullable<Line['kind']>
export type Part = NonNullable<Line['part']>
export type EarnedWhen = NonNullable<NonNullable<Commission['explanation']>['earnedAt']>
