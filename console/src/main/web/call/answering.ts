import { ref } from 'vue'
import type { CustomerSchemas as Schemas } from '../api/client'

// The missed call that the pad answers, on the way from the list to the pad.
export const answering = ref<Schemas['ShownMissedCall']>()
