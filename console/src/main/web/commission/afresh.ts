import { afresh } from '../api/read'

export const commissionsAfresh = () => void afresh('commission', 'commissions', 'commission-statement')
