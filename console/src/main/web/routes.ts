import { createRouter, createWebHistory } from 'vue-router'

// A page is loaded when it is opened; the table is what most people open first.
export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    { path: '/', redirect: '/today' },
    { path: '/today', name: 'today', component: () => import('./today/TodayPage.vue') },
    { path: '/table', name: 'table', component: () => import('./table/TablePage.vue') },
    { path: '/customers', name: 'customers', component: () => import('./customer/CustomersPage.vue') },
    {
      path: '/approvals',
      children: [
        { path: '', name: 'approvals', component: () => import('./approval/ApprovalsPage.vue') },
        { path: ':id', name: 'approval', component: () => import('./approval/ApprovalPage.vue') },
      ],
    },
    { path: '/deals', name: 'deals', component: () => import('./deal/DealsPage.vue') },
    { path: '/deals/:id', name: 'deal', component: () => import('./deal/DealPage.vue') },
    { path: '/customers/:id', name: 'customer', component: () => import('./customer/CustomerPage.vue') },
    {
      path: '/tracking',
      component: () => import('./tracking/TrackingFrame.vue'),
      children: [
        { path: '', name: 'tracking', component: () => import('./tracking/OverduePage.vue') },
        { path: 'review', name: 'review', component: () => import('./tracking/ReviewPage.vue') },
        { path: 'pool', name: 'pool', component: () => import('./tracking/PoolPage.vue') },
        { path: 'losses', name: 'losses', component: () => import('./tracking/LossesPage.vue') },
      ],
    },
    { path: '/reception', name: 'reception', component: () => import('./reception/ReceptionPage.vue') },
    { path: '/calls/:part?', name: 'calls', component: () => import('./call/CallsPage.vue') },
    { path: '/care/:part?', name: 'care', component: () => import('./care/CarePage.vue') },
    { path: '/care/complaints/:id', name: 'complaint', component: () => import('./care/ComplaintPage.vue') },
    {
      path: '/money',
      name: 'money',
      redirect: { name: 'money-due' },
      component: () => import('./money/MoneyFrame.vue'),
      children: [
        { path: 'due', name: 'money-due', component: () => import('./money/DuePage.vue') },
        { path: 'collections', name: 'money-collections', component: () => import('./money/CollectionsPage.vue') },
        { path: 'receipts', name: 'money-receipts', component: () => import('./money/ReceiptsPage.vue') },
        { path: 'payables', name: 'money-payables', component: () => import('./money/PayablesPage.vue') },
        { path: 'ledger', name: 'money-ledger', component: () => import('./money/LedgerPage.vue') },
        { path: 'balances', name: 'money-balances', component: () => import('./money/BalancesPage.vue') },
      ],
    },
    {
      path: '/commissions',
      component: () => import('./commission/CommissionFrame.vue'),
      children: [
        { path: '', name: 'commissions', component: () => import('./commission/CommissionsPage.vue') },
        { path: 'statements', name: 'commission-statements', component: () => import('./commission/StatementsPage.vue') },
        { path: ':id', name: 'commission', component: () => import('./commission/CommissionPage.vue') },
      ],
    },
    { path: '/quarter', name: 'quarter', component: () => import('./quarter/QuarterPage.vue') },
    { path: '/dashboard', name: 'dashboard', component: () => import('./dashboard/DashboardPage.vue') },
    { path: '/stock/:part?/:id?', name: 'stock', component: () => import('./stock/StockPage.vue') },
    { path: '/opening/:day?', name: 'opening', component: () => import('./opening/OpeningPage.vue') },
    { path: '/wall/opening/:day', name: 'wall-opening', meta: { bare: true }, component: () => import('./wall/WallDayPage.vue') },
    { path: '/wall', name: 'walls', meta: { bare: true }, component: () => import('./wall/WallsPage.vue') },
    { path: '/wall/:project', name: 'wall', meta: { bare: true }, component: () => import('./wall/WallTablePage.vue') },
    { path: '/people', name: 'people', component: () => import('./staff/PeoplePage.vue') },
    { path: '/settings/:part?', name: 'settings', component: () => import('./setup/SettingsPage.vue') },
    { path: '/setup', redirect: '/settings/setup' },
    { path: '/:unknown(.*)*', redirect: '/today' },
  ],
})
