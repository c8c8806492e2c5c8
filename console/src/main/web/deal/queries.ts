import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, customers, deals } from '../api/client'
import { afresh, useRead } from '../api/read'
import { is } from '../session/me'
import type { Deal } from './types'

// A deal and its papers: all under one key, so that one word makes all of them fresh.
export function useDeal(id: Ref<string>) {
  const deal = useRead(deals, '/api/v1/deals/{id}', () => ['deal', id.value], () => ({ path: { id: id.value } }))
  const form = useQuery({
    queryKey: computed(() => ['deal', id.value, 'form', deal.data.value?.orderForm?.id]),
    enabled: computed(() => Boolean(deal.data.value?.orderForm?.id)),
    queryFn: () => answer(deals.GET('/api/v1/order-forms/{id}', { params: { path: { id: deal.data.value?.orderForm?.id ?? '' } } })),
  })
  const schedule = useRead(deals, '/api/v1/deals/{id}/payment-schedule', () => ['deal', id.value, 'schedule'], () => ({ path: { id: id.value } }), {
    enabled: () => Boolean(deal.data.value?.contract),
  })
  const mortgage = useRead(deals, '/api/v1/deals/{id}/mortgage', () => ['deal', id.value, 'mortgage'], () => ({ path: { id: id.value } }), {
    enabled: () => deal.data.value?.contract?.scheme === 'MORTGAGE',
  })
  const filings = useRead(deals, '/api/v1/deals/{id}/filings', () => ['deal', id.value, 'filings'], () => ({ path: { id: id.value }, query: { limit: 20 } }), {
    enabled: () => Boolean(deal.data.value?.contract),
  })
  const receipts = useRead(deals, '/api/v1/receipts', () => ['deal', id.value, 'receipts'], () => ({ query: { deal: id.value, limit: 100 } }))
  const requests = useRead(deals, '/api/v1/deals/{id}/requests', () => ['deal', id.value, 'requests'], () => ({ path: { id: id.value }, query: { limit: 50 } }))
  return { deal, form, schedule, mortgage, filings, receipts, requests }
}

export const dealsAfresh = (): Promise<void> => afresh('deal', 'deals', 'held', 'unit', 'approval-tasks', 'day')

export function useCustomer(id: Ref<string | undefined>) {
  return useQuery({
    queryKey: computed(() => ['customer', id.value]),
    // Others have no customers; the service would refuse them.
    enabled: computed(() => id.value !== undefined && is('consultant', 'site-manager', 'sales-supervisor')),
    queryFn: () => answer(customers.GET('/api/v1/customers/{id}', { params: { path: { id: id.value ?? '' } } })),
    retry: false,
    refetchInterval: false,
  })
}

export function buyersOf(deal: Deal): string {
  return (deal.buyers ?? []).map((buyer) => buyer.name).join('、')
}
