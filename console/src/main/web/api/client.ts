import createClient, { type Middleware } from 'openapi-fetch'
import { language } from '../words'
import type { components as ApprovalShapes, paths as ApprovalPaths } from './generated/approval'
import type { components as CommissionShapes, paths as CommissionPaths } from './generated/commission'
import type { components as CustomerShapes, paths as CustomerPaths } from './generated/customer'
import type { components as DealShapes, paths as DealPaths } from './generated/deal'
import type { components as InventoryShapes, paths as InventoryPaths } from './generated/inventory'
import type { components as ReportingShapes, paths as ReportingPaths } from './generated/reporting'
import { NO_ANSWER, SIGNED_OUT, type Problem } from './problem'
import { signIn } from '../session/me'

const office: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language.value)
    // Scripts are told that the session is over; they are not sent to another site's sign-in.
    request.headers.set('X-Requested-With', 'JavaScript')
    return request
  },
  onResponse({ response }) {
    if (response.status === SIGNED_OUT) {
      signIn()
    }
    return undefined
  },
}

function client<Paths extends {}>() {
  const one = createClient<Paths>({ baseUrl: '/console' })
  one.use(office)
  return one
}

export const customers = client<CustomerPaths>()
export const inventory = client<InventoryPaths>()
export const deals = client<DealPaths>()
export const approvals = client<ApprovalPaths>()
export const commissions = client<CommissionPaths>()
export const reports = client<ReportingPaths>()

// What the interface documents call by a name, service by service.
export type ApprovalSchemas = ApprovalShapes['schemas']
export type CommissionSchemas = CommissionShapes['schemas']
export type CustomerSchemas = CustomerShapes['schemas']
export type DealSchemas = DealShapes['schemas']
export type InventorySchemas = InventoryShapes['schemas']
export type ReportingSchemas = ReportingShapes['schemas']

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

// The answer, or the problem as an exception.
export async function answer<T>(asked: Promise<Answer<T>>): Promise<T> {
  let got: Answer<T>
  try {
    got = await asked
  } catch {
    throw NO_ANSWER
  }
  if (!got.response.ok) {
    const said = (typeof got.error === 'object' ? got.error : {}) as Partial<Problem>
    throw { ...NO_ANSWER, ...said, status: got.response.status } satisfies Problem
  }
  return got.data as T
}
