import { wordsOf } from '../words'

type Codes = Record<string, string>

export const zh = {
  title: '家庭',
  none: '尚未关联家人。一家人先后来访的，请关联在一起。',
  relations: { SELF: '本人', SPOUSE: '配偶', PARENT: '父母', CHILD: '子女', SIBLING: '兄弟姐妹', OTHER: '其他家人' } as Codes,
  rules: { CLOSING_CONSULTANT: '一家人以成交者为准', FIRST_CONSULTANT: '一家人归首接顾问', DECISION: '一家人由主管裁定' } as Codes,
  head: '以此为准',
  ownedBy: (who: string) => `归属 ${who}`,
  link: '关联家人',
  linkHint: '家人由其他顾问接待的，按电话查找。关联后各自的归属不变，成交时按项目规则归属。',
  phone: '家人电话',
  byPhone: '按电话查找',
  fromMine: '从我的客户中选',
  whom: '家人',
  relation: '是客户的',
  remove: '移出',
  dissolve: '解除家庭',
  dissolveHint: '解除后各自仍为客户，往来记录不变。',
  contacts: '家庭往来',
  contactsHint: '全家的来访、跟进和来电',
  noContacts: '还没有往来记录。',
  kinds: { VISIT: '来访', FOLLOW_UP: '跟进', CALL: '来电' } as Codes,
}

export const en: typeof zh = {
  title: 'Household',
  none: 'No relatives are linked. Link members of one family who come at different times.',
  relations: { SELF: 'themselves', SPOUSE: 'spouse', PARENT: 'parent', CHILD: 'child', SIBLING: 'sibling', OTHER: 'other relative' },
  rules: { CLOSING_CONSULTANT: 'a household is the closing consultant’s', FIRST_CONSULTANT: 'a household is the first consultant’s', DECISION: 'whose a household is, is decided' },
  head: 'stands for the household',
  ownedBy: (who) => `customer of ${who}`,
  link: 'Link a relative',
  linkHint: 'A relative who came to another consultant is found by phone. Owners stay; when one of them signs, the project’s rule applies.',
  phone: 'The relative’s phone',
  byPhone: 'Find by phone',
  fromMine: 'Choose from my customers',
  whom: 'Relative',
  relation: 'Is the customer’s',
  remove: 'Take out',
  dissolve: 'Dissolve',
  dissolveHint: 'All stay customers, and what was recorded stays.',
  contacts: 'What happened with the household',
  contactsHint: 'visits, follow-ups and calls of all',
  noContacts: 'Nothing yet.',
  kinds: { VISIT: 'visit', FOLLOW_UP: 'follow-up', CALL: 'call' },
}

export const w = wordsOf(zh, en)
