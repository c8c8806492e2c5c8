import { wordsOf } from '../words'

export const zh = {
  views: '已保存的视图',
  save: '保存为视图',
  saveHint: '把现在的筛选条件存下来，下次点一下就能打开。搜索框里的内容不保存。',
  name: '名称',
  namePlaceholder: '例如：A 级未成交',
  shared: '项目里的同事也能用',
  by: (who: string) => `${who} 共享`,
  remove: '删除视图',
  removeThis: (name: string) => `删除视图“${name}”`,
  overdue: '有逾期',
  pooled: '在公海',
  anySource: '全部来源',
  source: '信息来源',
}

export const en: typeof zh = {
  views: 'Saved views',
  save: 'Save as a view',
  saveHint: 'Keeps what the list is narrowed to; one tap opens it again. What is typed into the search is not kept.',
  name: 'Name',
  namePlaceholder: 'e.g. grade A, not bought',
  shared: 'Colleagues of the project may use it',
  by: (who) => `shared by ${who}`,
  remove: 'Remove the view',
  removeThis: (name) => `Remove the view “${name}”`,
  overdue: 'Overdue',
  pooled: 'In the pool',
  anySource: 'All sources',
  source: 'Source',
}

export const w = wordsOf(zh, en)
