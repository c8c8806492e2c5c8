import { is } from './session/me'

// The pages that stand in the menu, and for whom. On a phone the first few stand below the thumb, the others behind
// “more”. Rights stay with the services: this only spares people what they have no use for.
export type Entry = 'today' | 'table' | 'customers' | 'deals' | 'approvals' | 'dashboard' | 'money' | 'commissions'

const ENTRIES: { name: Entry; isFor: () => boolean }[] = [
  { name: 'today', isFor: () => !is('wall-screen') },
  { name: 'table', isFor: () => true },
  { name: 'customers', isFor: () => is('consultant', 'site-manager', 'sales-supervisor') },
  { name: 'approvals', isFor: () => !is('consultant', 'wall-screen') },
  { name: 'dashboard', isFor: () => is('general-manager', 'sales-manager', 'site-manager', 'sales-supervisor') },
  { name: 'money', isFor: () => is('finance', 'site-manager', 'sales-manager', 'general-manager', 'sales-statistician') },
  {
    name: 'commissions',
    isFor: () => is('consultant', 'site-manager', 'sales-supervisor', 'sales-manager', 'sales-statistician', 'finance', 'general-manager'),
  },
]

export function menu(): Entry[] {
  return ENTRIES.filter((entry) => entry.isFor()).map((entry) => entry.name)
}
