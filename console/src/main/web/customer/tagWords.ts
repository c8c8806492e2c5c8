import { wordsOf } from '../words'

export const zh = {
  tags: '标签',
  any: '所有标签',
  set: '打标签',
  none: '本项目还没有标签，案场经理可在客户列表的“标签”里添加。',
  history: '标签记录',
  setBy: (who: string, day: string) => `${who} ${day} 打上`,
  removedBy: (who: string, day: string) => `${who} ${day} 取下`,
  dictionary: '客户标签',
  dictionaryHint: '停用的标签不能再选，已打上的保留。',
  add: '添加',
  name: '新标签',
  revive: '重新启用',

  lock: '锁定客户',
  ask: '申请保护',
  until: '截止日期',
  lockHint: '锁定期间不会掉入公海；已在公海的不能领取。原有锁定随之结束。',
  askHint: '经理同意后，在截止日期前不会掉入公海。',
  locked: (day: string) => `锁定至 ${day}`,
  asked: (day: string) => `已申请保护至 ${day}，等待处理`,
}

export const en: typeof zh = {
  tags: 'Tags',
  any: 'All tags',
  set: 'Set tags',
  none: 'The project has no tags yet; the site manager adds them on the list of customers.',
  history: 'Tags over time',
  setBy: (who, day) => `set by ${who} ${day}`,
  removedBy: (who, day) => `removed by ${who} ${day}`,
  dictionary: 'Customer tags',
  dictionaryHint: 'Retired ones are not set any more, and stay where they were.',
  add: 'Add',
  name: 'New tag',
  revive: 'Take up again',

  lock: 'Lock',
  ask: 'Ask for protection',
  until: 'Until',
  lockHint: 'Until then the customer falls into no pool, and is not taken out of one. A lock that stands is over with it.',
  askHint: 'Once a manager grants it the customer falls into no pool until then.',
  locked: (day) => `locked until ${day}`,
  asked: (day) => `protection until ${day} is asked for`,
}

export const w = wordsOf(zh, en)
