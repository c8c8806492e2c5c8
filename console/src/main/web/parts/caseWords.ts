import { wordsOf } from '../words'

type Codes = Record<string, string>

export const zh = {
  kinds: { WISH: '客户要求更换顾问', DISPUTE: '顾问争议', HOUSEHOLD: '家庭归属' } as Codes,
  file: '申请归属裁定',
  kind: '事由',
  kindHints: {
    WISH: '先向客户说明公司制度；客户仍坚持的，写明原因报销售主管裁定。',
    DISPUTE: '两位顾问都认为是自己的客户时提交。往来记录由系统自动收集；裁定前该客户的佣金暂缓发放。',
  } as Codes,
  phone: '客户电话',
  byPhone: '按电话查找',
  fromMine: '从我的客户中选',
  wished: '客户希望的顾问（可不填）',
  claims: '另一位顾问',
  self: '我本人',
  unsaid: '未指定',
  never: '提交后不能删除，也不能撤回。',
}

export const en: typeof zh = {
  kinds: { WISH: 'Wish for another consultant', DISPUTE: 'Dispute of consultants', HOUSEHOLD: 'Whose a household is' },
  file: 'Ask for a decision',
  kind: 'What about',
  kindHints: {
    WISH: 'Explain the office’s rules first; where the customer insists, say why: the sales supervisor decides.',
    DISPUTE: 'Where two consultants say that the customer is theirs. The records are gathered; the commission is frozen until it is decided.',
  },
  phone: 'The customer’s phone',
  byPhone: 'Find by phone',
  fromMine: 'Choose from my customers',
  wished: 'Whom the customer wishes (may be left out)',
  claims: 'The other consultant',
  self: 'Myself',
  unsaid: 'not said',
  never: 'It is never removed, and cannot be taken back.',
}

export const w = wordsOf(zh, en)
