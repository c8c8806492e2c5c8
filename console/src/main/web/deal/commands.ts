import { defineAsyncComponent, type Component } from 'vue'
import { SIMPLE } from './forms/simple'
import SimpleForm from './forms/SimpleForm.vue'

// The commands that this feature has a form for, by the names that the services' actions use. Which of them is offered
// is for the actions to say; what has no form here gets no button.
export type Group = 'go' | 'change' | 'end'

const OWN: Record<string, Component> = {
  'take-deposit': defineAsyncComponent(() => import('./forms/DepositForm.vue')),
  'draw-order-form': defineAsyncComponent(() => import('./forms/OrderFormForm.vue')),
  sign: defineAsyncComponent(() => import('./forms/SignatureForm.vue')),
  'check-buyer': defineAsyncComponent(() => import('./forms/BuyerCheckForm.vue')),
  'sign-contract': defineAsyncComponent(() => import('./forms/ContractForm.vue')),
  pay: defineAsyncComponent(() => import('./forms/PayForm.vue')),
  'request-swap': defineAsyncComponent(() => import('./forms/SwapForm.vue')),
  'request-refund': defineAsyncComponent(() => import('./forms/RefundForm.vue')),
  'request-rename': defineAsyncComponent(() => import('./forms/RenameForm.vue')),
  'request-discount': defineAsyncComponent(() => import('./forms/DiscountForm.vue')),
  'request-layout-change': defineAsyncComponent(() => import('./forms/LayoutForm.vue')),
}

export const HANDLED = [...Object.keys(OWN), ...Object.keys(SIMPLE)]

export function formOf(name: string): Component | undefined {
  return HANDLED.includes(name) ? (OWN[name] ?? SimpleForm) : undefined
}

// What carries the deal on stands first; what changes it, and what ends it or takes something back, stand apart.
export function groupOf(name: string): Group {
  if (name.startsWith('request-') || name.startsWith('withdraw')) {
    return 'change'
  }
  return ['lapse', 'cancel-filing', 'record-return', 'record-cancellation', 'record-refusal', 'void'].includes(name) ? 'end' : 'go'
}
