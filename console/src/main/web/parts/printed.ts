import type { CustomerSchemas as Schemas } from '../api/client'

// A paper that was printed, as each service tells it.
export type Printed = Schemas['Printed']
