import { answer, commissions, customers, deals, inventory, type DealSchemas as Schemas } from '../api/client'
import { post } from '../api/command'
import { is } from '../session/me'

export type Export = Schemas['Export']
type Ask = Schemas['AskForExport']
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

// One service's types for all: they differ in the name of the service alone.
const CLIENTS = { customer: customers, deal: deals, inventory, commission: commissions }
const clientOf = (service: Service) => CLIENTS[service] as typeof deals
const placeOf = (service: Service) => `/api/v1/${service}-exports` as '/api/v1/deal-exports'

async function tasksOf(service: Service): Promise<Task[]> {
  const page = await answer(clientOf(service).GET(placeOf(service), { params: { query: { limit: 20 } } }))
  return page.items.map((one) => ({ ...one, service }))
}

// Of all services that the caller may ask, the latest first; one that does not answer hides no other.
export async function tasks(): Promise<Task[]> {
  const services = [...new Set(listsForMe().map(serviceOf))]
  const found = await Promise.allSettled(services.map(tasksOf))
  if (found.length > 0 && found.every((one) => one.status === 'rejected')) {
    throw (found[0] as PromiseRejectedResult).reason
  }
  return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])).sort((one, other) => (other.askedAt ?? '').localeCompare(one.askedAt ?? ''))
}

export function ask(body: Ask, key: string): Promise<Export> {
  const service = serviceOf(body.list)
  return post(clientOf(service), placeOf(service), key, { body })
}

export function cancel(task: Pick<Task, 'service' | 'id'>, key: string): Promise<Export> {
  return post(clientOf(task.service), `${placeOf(task.service)}/{id}/cancellation`, key, { path: { id: task.id ?? '' } })
}

export function fileOf(task: Task): string {
  return `/api/v1/${task.service}-exports/${task.id}/file`
}
