import { is } from './session/me'
import type { Words } from './words/zh'

// The pages that stand in the menu, and for whom. On a phone the first few stand below the thumb, the others behind
// “more”. Rights stay with the services: this only spares people what they have no use for.
export type Entry = keyof Words['menu']

const ENTRIES: { name: Entry; isFor: () => boolean }[] = [
  { name: 'today', isFor: () => !is('wall-screen') },
  { name: 'table', isFor: () => true },
  { name: 'customers', isFor: () => is('consultant', 'site-manager', 'sales-supervisor') },
  { name: 'deals', isFor: () => is('consultant', 'site-manager', 'sales-supervisor', 'sales-manager', 'finance', 'general-manager') },
  { name: 'tracking', isFor: () => is('consultant', 'site-manager', 'sales-supervisor', 'sales-manager') },
  { name: 'approvals', isFor: () => !is('consultant', 'wall-screen') },
  { name: 'inspections', isFor: () => is('engineering') },
  { name: 'dashboard', isFor: () => is('general-manager', 'sales-manager', 'site-manager', 'sales-supervisor') },
  { name: 'reports', isFor: () => is('consultant', 'site-manager', 'sales-supervisor', 'sales-manager', 'sales-statistician', 'finance', 'general-manager') },
  { name: 'quarter', isFor: () => is('site-manager', 'sales-supervisor', 'sales-manager', 'sales-statistician', 'finance', 'general-manager') },
  { name: 'reception', isFor: () => is('consultant', 'site-manager', 'sales-supervisor') },
  { name: 'calls', isFor: () => is('consultant', 'site-manager', 'sales-supervisor', 'sales-manager') },
  { name: 'care', isFor: () => is('consultant', 'site-manager', 'sales-supervisor', 'sales-manager', 'general-manager', 'finance') },
  { name: 'dossiers', isFor: () => is('site-manager', 'sales-supervisor', 'sales-manager', 'sales-statistician', 'general-manager') },
  { name: 'cases', isFor: () => is('consultant', 'site-manager', 'sales-supervisor', 'sales-manager', 'general-manager') },
  { name: 'money', isFor: () => is('finance', 'site-manager', 'sales-manager', 'general-manager', 'sales-statistician') },
  {
    name: 'commissions',
    isFor: () => is('consultant', 'site-manager', 'sales-supervisor', 'sales-manager', 'sales-statistician', 'finance', 'general-manager'),
  },
  { name: 'past', isFor: () => !is('wall-screen') },
  { name: 'exports', isFor: () => !is('wall-screen', 'engineering', 'cost-auditor') },
  { name: 'stock', isFor: () => is('site-manager', 'sales-manager', 'general-manager', 'administrator', 'engineering') },
  { name: 'opening', isFor: () => !is('wall-screen', 'engineering', 'cost-auditor') },
  { name: 'people', isFor: () => is('administrator', 'site-manager') },
  { name: 'settings', isFor: () => is('administrator', 'general-manager', 'site-manager', 'sales-manager', 'finance') },
]

export function menu(): Entry[] {
  return ENTRIES.filter((entry) => entry.isFor()).map((entry) => entry.name)
}
