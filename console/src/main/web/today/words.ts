import { wordsOf } from '../words'

export const zh = {
  hello: (name: string) => `${name}，您好`,
  holds: '我锁定的房源',
  minutesLeft: (minutes: number) => `${minutes} 分钟`,
  runningOut: '即将到期',
  paused: '计时暂停',
  late: '逾期未跟进',
  due: '今日跟进',
  overdueDays: (days: number) => `逾期 ${days} 天`,
  deals: { topUp: '待补定金', sign: '待签约', going: '其他进行中' },
  topUpBy: (day: string) => `${day} 前补足`,
  signBy: (day: string) => `${day} 前签约`,
  approvals: '待审批',
  approvalsCount: (count: number) => `${count} 项等待您处理`,
  open: '去处理',
  all: '全部',
  calm: '今天的事都办完了。',
  calmHint: '从销控表为客户选房，或查看客户安排下次跟进。',
  toTable: '打开销控表',
  toCustomers: '查看客户',
  noPurpose: '跟进客户',
}

export const en: typeof zh = {
  hello: (name) => `Hello, ${name}`,
  holds: 'Units that I hold',
  minutesLeft: (minutes) => `${minutes} min`,
  runningOut: 'running out',
  paused: 'clock paused',
  late: 'Follow-ups overdue',
  due: 'Follow-ups due today',
  overdueDays: (days) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
  deals: { topUp: 'Deposits to top up', sign: 'Contracts to sign', going: 'Others on their way' },
  topUpBy: (day) => `top up by ${day}`,
  signBy: (day) => `sign by ${day}`,
  approvals: 'Approvals waiting',
  approvalsCount: (count) => (count === 1 ? '1 waits for you' : `${count} wait for you`),
  open: 'Open',
  all: 'All',
  calm: 'All of today’s work is done.',
  calmHint: 'Choose a unit for a customer on the sales-control table, or plan the next follow-up.',
  toTable: 'Sales control',
  toCustomers: 'Customers',
  noPurpose: 'Follow up',
}

export const w = wordsOf(zh, en)
