import { wordsOf } from '../words'

export const zh = {
  tabs: '户型变更',
  waits: '待检查',
  passed: '已通过',
  hint: '已批准的户型变更，施工完成后在此登记检查记录。',
  noneWaits: '没有待检查的改造。',
  nonePassed: '还没有通过检查的改造。',
  approvedOn: (day: string) => `${day} 批准`,
  toForm: '查看申请表',
  layout: '户型',
  area: '建筑面积',
  interiorArea: '套内面积',
  wishes: '改动要求',
  inspect: '登记检查',
  inspectAgain: '再次检查',
  result: '检查结果',
  results: { true: '通过', false: '未通过' } as Record<string, string>,
  record: '改造情况检查记录',
  recordHint: '写明检查部位和情况；未通过的，写明需要整改之处。记录保存后不可更改。',
}

export const en: typeof zh = {
  tabs: 'Layout changes',
  waits: 'To inspect',
  passed: 'Passed',
  hint: 'Approved layout changes: once one was built, its inspection is recorded here.',
  noneWaits: 'Nothing waits for an inspection.',
  nonePassed: 'Nothing has passed an inspection yet.',
  approvedOn: (day) => `approved ${day}`,
  toForm: 'See the form',
  layout: 'Layout',
  area: 'Building area',
  interiorArea: 'Interior area',
  wishes: 'What is to be changed',
  inspect: 'Record an inspection',
  inspectAgain: 'Inspect again',
  result: 'Result',
  results: { true: 'passed', false: 'not passed' },
  record: 'What was found',
  recordHint: 'What was looked at and how it is; what is to be put right, where it did not pass. A record is never altered.',
}

export const w = wordsOf(zh, en)
