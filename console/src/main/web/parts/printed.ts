import type { CustomerSchemas as Schemas } from '../api/schemas'

// A paper that was printed, as each service tells it.
export type Printed = Schemas['Printed']
