import { wordsOf } from '../words'

export const zh = {
  title: '导出',
  list: '列表',
  ask: '导出为 Excel',
  asking: '正在提交……',
  narrowed: '按列表页的筛选条件导出',
  hint: '文件按您此刻的权限生成，姓名、电话按规定隐去，页眉页脚注明导出人和时间；每次下载都有记录。',
  yours: '我的导出',
  empty: '还没有导出过。',
  advice: '在上方选择列表，或在各列表页点“导出”。',
  lists: { customers: '客户', 'follow-ups': '跟进', deals: '成交', receipts: '收据', units: '房源', commissions: '佣金明细' } as Record<string, string>,
  states: { QUEUED: '排队中', RUNNING: '生成中', READY: '可下载', CANCELLED: '已取消', FAILED: '失败', EXPIRED: '已过期' } as Record<string, string>,
  failures: { BROKE_OFF: '多次中断，请重新申请', TOO_MANY_ROWS: '行数过多，请缩小范围', TOO_LARGE: '文件过大，请缩小范围' } as Record<string, string>,
  rows: (rows: number, expected: number | undefined) => (expected === undefined ? `${rows} 行` : `${rows} / ${expected} 行`),
  size: (kilobytes: number) => `${kilobytes} KB`,
  until: (time: string) => `可下载至 ${time}`,
  download: '下载',
  downloading: '正在下载……',
  cancel: '取消',
  remove: '删除文件',
}

export const en: typeof zh = {
  title: 'Exports',
  list: 'List',
  ask: 'Export to Excel',
  asking: 'Sending …',
  narrowed: 'Narrowed as the list was',
  hint: 'The file shows what you may see now: names and phones are masked as on the screen, who exported it and when stands at its head and foot. Each download is recorded.',
  yours: 'Your exports',
  empty: 'Nothing exported yet.',
  advice: 'Choose a list above, or press “Export” on a list.',
  lists: { customers: 'Customers', 'follow-ups': 'Follow-ups', deals: 'Deals', receipts: 'Receipts', units: 'Units', commissions: 'Commission lines' },
  states: { QUEUED: 'queued', RUNNING: 'being written', READY: 'ready', CANCELLED: 'cancelled', FAILED: 'failed', EXPIRED: 'expired' },
  failures: { BROKE_OFF: 'broke off several times; ask again', TOO_MANY_ROWS: 'too many rows; narrow it', TOO_LARGE: 'too large; narrow it' },
  rows: (rows, expected) => (expected === undefined ? `${rows} rows` : `${rows} of ${expected} rows`),
  size: (kilobytes) => `${kilobytes} KB`,
  until: (time) => `until ${time}`,
  download: 'Download',
  downloading: 'Downloading …',
  cancel: 'Cancel',
  remove: 'Delete the file',
}

export const w = wordsOf(zh, en)
