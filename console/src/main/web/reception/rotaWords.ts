import { wordsOf } from '../words'

type Codes = Record<string, string>

export const zh = {
  atDesk: '吧台',
  nobody: '未排班',
  rota: '排班',
  title: '吧台排班',
  back: '返回接待',
  hint: '吧台同一时间最多两人，按半天排班；轮到谁由谁接待，吧台人员协助。',
  halves: { MORNING: '上午', AFTERNOON: '下午' } as Codes,
  last: '上一周',
  next: '下一周',
  thisWeek: '本周',
  copy: '复制上周',
  swap: '对调',
  edit: (when: string) => `${when}站吧台`,
  first: '左位',
  second: '右位',
  free: '空',
  saved: '已保存',
  overtaken: '排班刚被他人改动，已读取最新内容，请再保存一次。',
  one: '谁',
  other: '与谁',
  stand: (who: string, when: string) => `${who}（${when}）`,
  today: '今天',
}

export const en: typeof zh = {
  atDesk: 'At the desk',
  nobody: 'nobody by the rota',
  rota: 'Rota',
  title: 'Rota of the front desk',
  back: 'Back to reception',
  hint: 'Two at most stand at the desk, by half-days. Who is on turn receives, who is at the desk helps.',
  halves: { MORNING: 'morning', AFTERNOON: 'afternoon' },
  last: 'Week before',
  next: 'Week after',
  thisWeek: 'This week',
  copy: 'Copy last week',
  swap: 'Swap two',
  edit: (when) => `At the desk: ${when}`,
  first: 'On the left',
  second: 'On the right',
  free: 'nobody',
  saved: 'Saved',
  overtaken: 'Somebody has just changed the rota; it was read again. Save once more.',
  one: 'Who',
  other: 'With whom',
  stand: (who, when) => `${who} (${when})`,
  today: 'today',
}

export const w = wordsOf(zh, en)
