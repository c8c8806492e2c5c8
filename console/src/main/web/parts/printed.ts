import type { components } from '../api/generated/customer'

// A paper that was printed, as each service tells it.
export type Printed = components['schemas']['Printed']
