import { createRouter, createWebHistory } from 'vue-router'

// A page is loaded when it is opened; the table is what most people open first.
export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    { path: '/', redirect: '/today' },
    { path: '/today', name: 'today', component: () => import('./today/TodayPage.vue') },
    { path: '/table', name: 'table', component: () => import('./table/TablePage.vue') },
    { path: '/customers', name: 'customers', component: () => import('./customer/CustomersPage.vue') },
    { path: '/deals', name: 'deals', component: () => import('./deal/DealsPage.vue') },
    { path: '/deals/:id', name: 'deal', component: () => import('./deal/DealPage.vue') },
    { path: '/approvals', name: 'approvals', component: () => import('./approval/ApprovalsPage.vue') },
    { path: '/:unknown(.*)*', redirect: '/today' },
  ],
})
