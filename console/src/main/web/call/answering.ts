import { ref } from 'vue'
import type { components } from '../api/generated/customer'

// The missed call that the pad answers, on the way from the list to the pad.
export const answering = ref<components['schemas']['ShownMissedCall']>()
