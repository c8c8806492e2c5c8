import { wordsOf } from '../words'

export const zh = {
  hello: (name: string) => `${name}，您好`,
  holds: '我锁定的房源',
  late: '逾期未跟进',
  due: '今日跟进',
  overdueDays: (days: number) => `逾期 ${days} 天`,
  deals: { topUp: '待补定金', sign: '待签约', going: '其他进行中' },
  topUpBy: (day: string) => `${day} 前补足`,
  signBy: (day: string) => `${day} 前签约`,
  approvals: '待审批',
  approvalsCount: (count: number) => `${count} 项等待您处理`,
  calm: '今天的事都办完了。',
  calmHint: '从销控表为客户选房，或查看客户安排下次跟进。',
  toTable: '打开销控表',
  toCustomers: '查看客户',
  toSetUp: '开通项目',
  noPurpose: '跟进客户',
  // What a plan is for, where nobody said it.
  purposes: { FOLLOW_UP: '常规跟进' } as Record<string, string>,
}

export const en: typeof zh = {
  hello: (name) => `Hello, ${name}`,
  holds: 'Units that I hold',
  late: 'Follow-ups overdue',
  due: 'Follow-ups due today',
  overdueDays: (days) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
  deals: { topUp: 'Deposits to top up', sign: 'Contracts to sign', going: 'Others on their way' },
  topUpBy: (day) => `top up by ${day}`,
  signBy: (day) => `sign by ${day}`,
  approvals: 'Approvals waiting',
  approvalsCount: (count) => (count === 1 ? '1 waits for you' : `${count} wait for you`),
  calm: 'All of today’s work is done.',
  calmHint: 'Choose a unit for a customer on the sales-control table, or plan the next follow-up.',
  toTable: 'Sales control',
  toCustomers: 'Customers',
  toSetUp: 'Set up the project',
  noPurpose: 'Follow up',
  purposes: { FOLLOW_UP: 'Regular follow-up' },
}

export const w = wordsOf(zh, en)
