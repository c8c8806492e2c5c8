import { answer, commissions, customers, deals, inventory } from '../api/client'
import type { components } from '../api/generated/deal'
import { is } from '../session/me'

export type Export = components['schemas']['Export']
type Ask = components['schemas']['AskForExport']
type Service = 'customer' | 'deal' | 'inventory' | 'commission'
export interface Task extends Export {
  service: Service
}

const SALES = ['consultant', 'site-manager', 'sales-supervisor', 'sales-manager', 'sales-statistician', 'general-manager']
const MONEY = [...SALES, 'finance']
// Which service has the list, and whom it is for; the services decide.
const LISTS: { list: string; service: Service; roles: string[] }[] = [
  { list: 'customers', service: 'customer', roles: SALES },
  { list: 'follow-ups', service: 'customer', roles: SALES },
  { list: 'units', service: 'inventory', roles: [...MONEY, 'administrator'] },
  { list: 'deals', service: 'deal', roles: MONEY },
  { list: 'receipts', service: 'deal', roles: MONEY },
  { list: 'commissions', service: 'commission', roles: MONEY },
]

export function listsForMe(): string[] {
  return LISTS.filter((one) => is(...one.roles)).map((one) => one.list)
}

function serviceOf(list: string): Service {
  return LISTS.find((one) => one.list === list)?.service ?? 'deal'
}

interface Exports {
  list: () => Promise<{ items?: Export[] }>
  ask: (body: Ask, key: string) => Promise<Export>
  cancel: (id: string, key: string) => Promise<Export>
}
const keyed = (key: string) => ({ 'Idempotency-Key': key })
const LIMIT = { params: { query: { limit: 20 } } }
const SERVICES: Record<Service, Exports> = {
  customer: {
    list: () => answer(customers.GET('/api/v1/customer-exports', LIMIT)),
    ask: (body, key) => answer(customers.POST('/api/v1/customer-exports', { params: { header: keyed(key) }, body })),
    cancel: (id, key) => answer(customers.POST('/api/v1/customer-exports/{id}/cancellation', { params: { path: { id }, header: keyed(key) } })),
  },
  deal: {
    list: () => answer(deals.GET('/api/v1/deal-exports', LIMIT)),
    ask: (body, key) => answer(deals.POST('/api/v1/deal-exports', { params: { header: keyed(key) }, body })),
    cancel: (id, key) => answer(deals.POST('/api/v1/deal-exports/{id}/cancellation', { params: { path: { id }, header: keyed(key) } })),
  },
  inventory: {
    list: () => answer(inventory.GET('/api/v1/inventory-exports', LIMIT)),
    ask: (body, key) => answer(inventory.POST('/api/v1/inventory-exports', { params: { header: keyed(key) }, body })),
    cancel: (id, key) => answer(inventory.POST('/api/v1/inventory-exports/{id}/cancellation', { params: { path: { id }, header: keyed(key) } })),
  },
  commission: {
    list: () => answer(commissions.GET('/api/v1/commission-exports', LIMIT)),
    ask: (body, key) => answer(commissions.POST('/api/v1/commission-exports', { params: { header: keyed(key) }, body })),
    cancel: (id, key) => answer(commissions.POST('/api/v1/commission-exports/{id}/cancellation', { params: { path: { id }, header: keyed(key) } })),
  },
}

// Of all services that the caller may ask, the latest first; one that does not answer hides no other.
export async function tasks(): Promise<Task[]> {
  const services = [...new Set(listsForMe().map(serviceOf))]
  const found = await Promise.allSettled(services.map(async (service) => ((await SERVICES[service].list()).items ?? []).map((one) => ({ ...one, service }))))
  if (found.length > 0 && found.every((one) => one.status === 'rejected')) {
    throw (found[0] as PromiseRejectedResult).reason
  }
  return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])).sort((one, other) => (other.askedAt ?? '').localeCompare(one.askedAt ?? ''))
}

export function ask(body: Ask, key: string): Promise<Export> {
  return SERVICES[serviceOf(body.list)].ask(body, key)
}

export function cancel(task: Pick<Task, 'service' | 'id'>, key: string): Promise<Export> {
  return SERVICES[task.service].cancel(task.id ?? '', key)
}

export function fileOf(task: Task): string {
  return `/api/v1/${task.service}-exports/${task.id}/file`
}
