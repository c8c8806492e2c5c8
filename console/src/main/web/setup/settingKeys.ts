// What a setting is typed as. The services say its name, its value and what it decides, not its kind; a test compares
// the names with those of the services, so that a new one is not forgotten.
export type Kind = 'minutes' | 'days' | 'count' | 'percent' | 'money' | 'initials' | 'absence' | 'yesNo' | 'household' | 'words' | 'time' | 'saleStage' | 'weekday' | 'sheetHour' | 'sheetReaders'
export type Service = 'inventory' | 'deal' | 'customer' | 'approval' | 'commission' | 'reporting'

export const SETTINGS: Record<Service, Record<string, Kind>> = {
  inventory: {
    HOLD_MINUTES: 'minutes',
    HOLD_MINUTES_LONGEST: 'minutes',
    HOLD_AGAIN_MINUTES: 'minutes',
    HOLD_PAUSE_MINUTES_LONGEST: 'minutes',
    HOLD_LIMIT_PER_CONSULTANT: 'count',
    HOLD_LIMIT_PER_CUSTOMER: 'count',
    WAITING_LIMIT_PER_CONSULTANT: 'count',
    WAITING_LIMIT_PER_CUSTOMER: 'count',
    WAITING_HEAD_START_MINUTES: 'minutes',
    TICKET_QUOTA: 'count',
    CALL_SIZE: 'count',
    CALL_MINUTES: 'minutes',
    ABSENCE_RULE: 'absence',
    ABSENCE_PLACES: 'count',
    QUOTE_DAYS: 'days',
    QUOTE_DISCOUNT_LUMP_SUM: 'percent',
    QUOTE_DISCOUNT_MORTGAGE: 'percent',
    QUOTE_DISCOUNT_INSTALMENTS: 'percent',
    QUOTE_DOWN_PAYMENT: 'percent',
    QUOTE_FIRST_INSTALMENT: 'percent',
    COMPANY_NAME: 'words',
    PRICE_CUT_LIMIT_PERCENT: 'percent',
    PRICE_CUT_DAYS: 'days',
    PRICE_LIST_BAD_CELLS_SHOWN: 'count',
    PRICE_PREVIEW_DAYS: 'days',
  },
  deal: {
    FULL_DEPOSIT: 'money',
    DEPOSIT_CAP_PERCENT: 'percent',
    DISCOUNT_LIMIT_CONSULTANT: 'percent',
    DISCOUNT_LIMIT_SITE_MANAGER: 'percent',
    DISCOUNT_LIMIT_SALES_MANAGER: 'percent',
    FLOOR_TRIES: 'count',
    TOP_UP_DAYS_LIMIT: 'days',
    SIGNING_DAYS_LIMIT: 'days',
    FILING_DAYS: 'days',
    LOAN_DAYS: 'days',
    DUNNING_DAYS: 'days',
    COMPANY_NAME: 'words',
    PROJECT_NAME: 'words',
    SALE_COUNTS_AT: 'saleStage',
    WEEK_BEGINS: 'weekday',
  },
  customer: {
    REGION_INITIALS: 'initials',
    COMPANY_NAME: 'words',
    UNMERGE_DAYS: 'days',
    SAVED_VIEWS: 'count',
    IMPORT_DAYS: 'days',
    FIRST_FOLLOW_UP_DAYS_BY_CHANNEL: 'words',
    NEXT_FOLLOW_UP_DAYS_BY_CHANNEL: 'words',
    SUBSCRIPTION_DAYS_BY_CHANNEL: 'words',
    CONTRACT_DAYS_BY_CHANNEL: 'words',
    MONEY_DAYS_BY_CHANNEL: 'words',
    REFUND_FOLLOW_UP_DAYS: 'days',
    RETURNING_USES_TURN: 'yesNo',
    MISSED_TURN_MADE_UP: 'yesNo',
    HOUSEHOLD_OWNER: 'household',
    OWNERSHIP_CASE_DAYS: 'days',
    DESK_AFTERNOON_FROM: 'count',
    PHONE_CALL_MINUTES: 'minutes',
    PHONE_CALL_MINUTES_ADVERTISING: 'minutes',
    PHONE_CALL_QUESTIONS: 'count',
    COMPLAINT_DAYS: 'days',
    CARE_DAYS_AHEAD: 'days',
    KEY_PERSON_REFERRALS: 'count',
    MESSAGES_QUIET_FROM: 'time',
    MESSAGES_QUIET_UNTIL: 'time',
    SHEETS_AT: 'sheetHour',
    SHEETS_TO: 'sheetReaders',
    SURVEY_DAYS: 'days',
    SURVEY_SMALLEST_GROUP: 'count',
    GATHERING_REFERRAL_DAYS: 'days',
    REFERRAL_REWARD: 'money',
    REFERRAL_REWARD_DAYS: 'days',
    REFERRAL_BUDGET: 'money',
    FIRST_FOLLOW_UP_DAYS: 'days',
    FIRST_FOLLOW_UP_WARNING_DAYS: 'days',
    NEXT_FOLLOW_UP_DAYS: 'days',
    NEXT_FOLLOW_UP_WARNING_DAYS: 'days',
    SUBSCRIPTION_DAYS: 'days',
    SUBSCRIPTION_WARNING_DAYS: 'days',
    CONTRACT_DAYS: 'days',
    CONTRACT_WARNING_DAYS: 'days',
    MONEY_DAYS: 'days',
    MONEY_WARNING_DAYS: 'days',
    POOL_DAYS_A: 'days',
    POOL_DAYS_B: 'days',
    POOL_DAYS_C: 'days',
    POOL_DAYS_D: 'days',
    POOL_DAYS_UNGRADED: 'days',
    POOL_WARNING_DAYS: 'days',
    POOL_CLAIMS_A_DAY: 'count',
    POOL_COOL_DOWN_DAYS: 'days',
    CUSTOMERS_PER_CONSULTANT: 'count',
    CONSENT_WITHDRAWN_DAYS: 'days',
    STATISTICS_LEAST_GROUP: 'count',
  },
  approval: { TASK_DUE_DAYS: 'days' },
  commission: { COMPANY_NAME: 'words', PROJECT_NAME: 'words', SUBSTITUTE_PERCENT: 'percent' },
  reporting: { OVERDUE_AGES: 'words', SHEET_LINES_MOST: 'count' },
}

// What is one of a few.
export const CHOICES: Partial<Record<Kind, string[]>> = {
  absence: ['BACK', 'END', 'OUT'],
  yesNo: ['NO', 'YES'],
  household: ['CLOSING_CONSULTANT', 'FIRST_CONSULTANT', 'DECISION'],
  sheetHour: ['NONE', '7', '8', '9', '18', '19', '20', '21', '22'],
  sheetReaders: ['SITE_MANAGER', 'MANAGERS', 'ALL_READERS'],
  saleStage: ['SUBSCRIBED', 'CONTRACTED', 'FILED'],
  weekday: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
}

// How the value is typed: what an input lets through, before the service says its word.
export function pattern(kind: Kind): { inputmode: 'numeric' | 'decimal' | 'text'; pattern: string } {
  switch (kind) {
    case 'minutes':
    case 'days':
    case 'count':
      return { inputmode: 'numeric', pattern: '\\d{1,7}' }
    case 'percent':
      return { inputmode: 'decimal', pattern: '\\d{1,3}(\\.\\d{1,4})?' }
    case 'money':
      return { inputmode: 'decimal', pattern: '\\d{1,12}(\\.\\d{1,2})?' }
    case 'time':
      return { inputmode: 'text', pattern: '([01]\\d|2[0-3]):[0-5]\\d' }
    case 'initials':
      return { inputmode: 'text', pattern: '[A-Z]{2}' }
    case 'words':
      return { inputmode: 'text', pattern: '.{1,60}' }
    case 'absence':
    case 'yesNo':
    case 'household':
    case 'saleStage':
    case 'sheetHour':
    case 'sheetReaders':
    case 'weekday':
      return { inputmode: 'text', pattern: (CHOICES[kind] ?? []).join('|') }
  }
}
