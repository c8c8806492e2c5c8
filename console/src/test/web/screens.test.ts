import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { queries } from '../../main/web/api/queries'
import InspectionsPage from '../../main/web/inspection/InspectionsPage.vue'
import ReceiptBooks from '../../main/web/money/ReceiptBooks.vue'
import CareOfUnit from '../../main/web/unit/CareOfUnit.vue'
import { speak } from '../../main/web/words'

// What the office answers, by the end of the address, and what was sent to it. The clients take what fetches once, when
// they are made.
const office = vi.hoisted(() => {
  const office = { answers: {} as Record<string, unknown>, sent: [] as { path: string; body: unknown }[] }
  globalThis.fetch = async (asked) => {
    const request = asked as Request
    const path = new URL(request.url).pathname
    if (request.method === 'POST') {
      office.sent.push({ path, body: await request.json() })
    }
    const found = Object.entries(office.answers).find(([end]) => path.endsWith(end))
    return new Response(JSON.stringify(found?.[1] ?? { items: [] }), { headers: { 'Content-Type': 'application/json' } })
  }
  return office
})

beforeEach(() => {
  Object.assign(office, { answers: {}, sent: [] })
  queries.clear()
  sessionStorage.clear()
  speak('zh-CN')
})

const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: '/', component: {} },
    { path: '/approvals/:id', name: 'approval', component: {} },
  ],
})
async function shown(page: object, props: object = {}) {
  const mounted = mount(page, { props, global: { plugins: [router, [VueQueryPlugin, { queryClient: queries }]] }, attachTo: document.body })
  await vi.waitFor(() => expect(mounted.find('button').exists()).toBe(true))
  return mounted
}
type Shown = Awaited<ReturnType<typeof shown>>

async function press(page: Shown, word: string): Promise<void> {
  await page.findAll('button').find((button) => button.text().includes(word))!.trigger('click')
  await vi.waitFor(() => expect(page.find('form').exists()).toBe(true))
}
async function send(page: Shown): Promise<void> {
  await page.find('form').trigger('submit')
  await vi.waitFor(() => expect(office.sent).toHaveLength(1))
  await flushPromises()
}
const offer = (name: string) => ({ name, method: 'POST', href: '', roles: [], yours: true })

it('LAY-1 engineering sees what waits, how it was found before, and records what is found', async () => {
  const request = { id: 'r1', approval: 'a1', fields: { unit: '1-101', newLayout: '2/2', wishes: '拆墙' }, closedAt: '2026-11-30T02:00:00Z', actions: [offer('inspect')] }
  office.answers = { '/layout-changes': { items: [{ request, inspections: [{ id: 'i1', request: 'r1', passed: false, record: '多一道墙', by: 'xu.gang', at: '2026-12-01T02:00:00Z' }] }] } }
  const page = await shown(InspectionsPage)
  await vi.waitFor(() => expect(page.text()).toContain('多一道墙'))
  expect(page.text()).toContain('拆墙')
  await press(page, '再次检查')
  await page.find('input[value="true"]').setValue()
  await page.find('textarea').setValue('已按图整改')
  await send(page)
  expect(office.sent[0]).toEqual({ path: '/console/api/v1/requests/r1/inspections', body: { passed: true, record: '已按图整改' } })
})

it('DEP-5 the keeper of a book is named before there is one', async () => {
  office.answers = { '/receipt-books': { items: [], actions: [offer('name-keeper')] } }
  const page = await shown(ReceiptBooks)
  await press(page, '指定保管人')
  await page.find('form input').setValue('sun.li')
  await send(page)
  expect(office.sent[0]!.body).toEqual({ keeper: 'sun.li' })
})

it.each([
  ['correct-unit', '更正资料', { layout: '3/1' }, '/corrections', { layout: '3/1', reason: '价目表有误' }],
  ['set-floor-price', '设置底价', { floorPrice: '900000' }, '/floor-prices', { floorPrice: '900000', reason: '价目表有误' }],
])('INV-1 INV-12 %s is sent from the sheet of a unit, if it is offered', async (name, word, typed, end, body) => {
  const page = await shown(CareOfUnit, { unit: { id: 'u1', layout: '3/2', productType: 'RESIDENCE', listTotal: '1000000.00' }, offers: new Set([name]) })
  expect(page.findAll('button')).toHaveLength(1)
  await press(page, word)
  const inputs = page.findAll('form input')
  await inputs[0]!.setValue(Object.values(typed)[0])
  await inputs.at(-1)!.setValue('价目表有误')
  await send(page)
  expect(office.sent[0]).toEqual({ path: `/console/api/v1/units/u1${end}`, body })
})

it('INV-10 a measured area is sent with its day, and what was left empty is not', async () => {
  const page = await shown(CareOfUnit, { unit: { id: 'u1', productType: 'RESIDENCE' }, offers: new Set(['record-area']) })
  await press(page, '登记面积')
  await page.find('input[type=date]').setValue('2026-11-30')
  await page.findAll('form input')[1]!.setValue('120.50')
  await send(page)
  expect(office.sent[0]).toEqual({ path: '/console/api/v1/units/u1/areas', body: { kind: 'AS_BUILT', measuredOn: '2026-11-30', buildingArea: '120.50' } })
})
