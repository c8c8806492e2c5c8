import { answer, approvals, commissions, customers, deals, inventory } from '../api/client'
import type { components } from '../api/generated/inventory'
import type { Service } from './settingKeys'

export interface Effective {
  name?: string
  value?: string
  explanation?: string
  isDefault?: boolean
}

export interface NewValue {
  value: string
  validFrom: string
  reason: string
}

// One service's types for all: they differ in the names of their settings alone.
type One = '/api/v1/inventory-settings/{project}'
type SettingName = components['schemas']['SettingName']

// The settings stand at the same place in each service, under its own name.
const CLIENTS = { inventory, deal: deals, customer: customers, approval: approvals, commission: commissions }

export async function readSettings(service: Service, project: string): Promise<Effective[]> {
  const page = await answer(
    (CLIENTS[service] as typeof inventory).GET(`/api/v1/${service}-settings/{project}` as One, {
      params: { path: { project }, query: { limit: 200 } },
    }),
  )
  return page.items ?? []
}

// Answers nothing but that it is done.
export async function setValue(service: Service, project: string, name: string, body: NewValue, key: string): Promise<true> {
  await answer(
    (CLIENTS[service] as typeof inventory).POST(`/api/v1/${service}-settings/{project}/{name}` as `${One}/{name}`, {
      params: { path: { project, name: name as SettingName }, header: { 'Idempotency-Key': key } },
      body,
    }),
  )
  return true
}

export interface Copy {
  from: string
  validFrom: string
  reason: string
}

export async function copySettings(service: Service, project: string, body: Copy, key: string): Promise<number> {
  const done = await answer(
    (CLIENTS[service] as typeof inventory).POST(`/api/v1/${service}-settings/{project}/copies` as `${One}/copies`, {
      params: { path: { project }, header: { 'Idempotency-Key': key } },
      body,
    }),
  )
  return done.copied
}
