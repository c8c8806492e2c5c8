import { answer, approvals, commissions, customers, deals, inventory, reports, type InventorySchemas as Schemas } from '../api/client'
import { post } from '../api/command'
import type { Service } from './settingKeys'

export interface Effective {
  name?: string
  value?: string
  explanation?: string
  isDefault?: boolean
  planned?: Schemas['PlannedValue']
}
export type SetValue = Schemas['SetValue']

export interface NewValue {
  value: string
  validFrom: string
  reason: string
}

// One service's types for all: they differ in the names of their settings alone.
type One = '/api/v1/inventory-settings/{project}'
type SettingName = Schemas['SettingName']

// The settings stand at the same place in each service, under its own name.
const CLIENTS = { inventory, deal: deals, customer: customers, approval: approvals, commission: commissions, reporting: reports }

export async function readSettings(service: Service, project: string): Promise<Effective[]> {
  const page = await answer(
    (CLIENTS[service] as typeof inventory).GET(`/api/v1/${service}-settings/{project}` as One, {
      params: { path: { project }, query: { limit: 200 } },
    }),
  )
  return page.items ?? []
}

export async function readHistory(service: Service, project: string, name: string, cursor: string | undefined): Promise<{ items: SetValue[]; next?: string | null }> {
  return answer(
    (CLIENTS[service] as typeof inventory).GET(`/api/v1/${service}-settings/{project}/history` as `${One}/history`, {
      params: { path: { project }, query: { name, cursor, limit: 50 } },
    }),
  )
}

// Answers nothing but that it is done.
export async function setValue(service: Service, project: string, name: string, body: NewValue, key: string): Promise<true> {
  await post(CLIENTS[service] as typeof inventory, `/api/v1/${service}-settings/{project}/{name}` as `${One}/{name}`, key, { path: { project, name: name as SettingName }, body })
  return true
}

export interface Copy {
  from: string
  validFrom: string
  reason: string
}

export async function copySettings(service: Service, project: string, body: Copy, key: string): Promise<number> {
  const done = await post(CLIENTS[service] as typeof inventory, `/api/v1/${service}-settings/{project}/copies` as `${One}/copies`, key, { path: { project }, body })
  return done.copied
}

// APR-7: each chain waits for a second person; how many were written.
export async function copyChains(project: string, body: Copy, key: string): Promise<number> {
  const written = await post(approvals, '/api/v1/approval-chains/copies', key, { body: { project, ...body } })
  return written.items.length
}

export async function copyPlan(project: string, { from, validFrom }: Copy, key: string): Promise<number> {
  const published = await post(commissions, '/api/v1/commission-plans/copies', key, { body: { project, from, validFrom } })
  return published.items.length
}
