import { wordsOf } from '../words'

export const zh = {
  title: '本人查阅与删除',
  hint: '客户要求查阅或删除其个人信息时使用。每次查看都会留下记录。',
  read: '查看全部信息',
  download: '下载给本人',
  erase: '删除本人信息',
  eraseHint: '档案的密钥将被销毁，档案内容永远无法恢复；跟进、来电、关怀等文字将被清除。购房人的姓名、电话和交易资料依法保存十年。',
  reason: '何人以何种方式提出',
  erased: '已删除。下面是仍须保留的内容及原因。',
  goes: '将删除',
  writtenOver: '已清除',
  count: (count: number) => `${count} 条`,
  stays: { HISTORY: '工作留痕，加密保存，只增不改', COMPLAINT: '投诉记录不得删除', TEN_YEARS: '购房人资料依法保存十年' } as Record<string, string>,
  parts: {
    CUSTOMER: '客户资料', DOSSIER_VALUES: '档案内容', CONSENTS: '客户同意', VISITS: '来访', FOLLOW_UPS: '跟进', OWNER_CHANGES: '归属变更', PHONES: '电话', CORRECTIONS: '更正', MERGES: '曾并入的档案', CALLS: '来电', MISSED_CALLS: '未接来电', COMPLAINTS: '投诉和建议', LOSSES: '放弃记录', POOL_LOCKS: '锁定和保护', TAGS: '标签', SURVEY_ANSWERS: '问卷回答', BIRTHDAYS: '生日', CARE_TASKS: '关怀任务', REVIEWS: '盘客意见', INTRODUCTIONS: '介绍关系',
  } as Record<string, string>,
}

export const en: typeof zh = {
  title: 'For the person: access and erasure',
  hint: 'When a customer asks what is held of them, or to be forgotten. Each look is kept.',
  read: 'Show all that is held',
  download: 'Download for the person',
  erase: 'Erase the person',
  eraseHint: 'The keys of the dossier are destroyed, and what it said is gone for good; texts of follow-ups, calls and care are written over. Names, phones and deals of buyers are kept ten years by law.',
  reason: 'Who asked for it, and how',
  erased: 'Erased. Below is what stays, and why.',
  goes: 'will be erased',
  writtenOver: 'written over',
  count: (count) => `${count}`,
  stays: { HISTORY: 'what the office did: sealed, only added to', COMPLAINT: 'complaints are never removed', TEN_YEARS: 'of buyers kept ten years by law' },
  parts: {
    CUSTOMER: 'Customer', DOSSIER_VALUES: 'Dossier', CONSENTS: 'Consents', VISITS: 'Visits', FOLLOW_UPS: 'Follow-ups', OWNER_CHANGES: 'Changes of owner', PHONES: 'Phones', CORRECTIONS: 'Corrections', MERGES: 'Merged records', CALLS: 'Calls', MISSED_CALLS: 'Missed calls', COMPLAINTS: 'Complaints and suggestions', LOSSES: 'Losses', POOL_LOCKS: 'Locks', TAGS: 'Tags', SURVEY_ANSWERS: 'Survey answers', BIRTHDAYS: 'Birthdays', CARE_TASKS: 'Care tasks', REVIEWS: 'Reviews', INTRODUCTIONS: 'Introductions',
  },
}

export const w = wordsOf(zh, en)
