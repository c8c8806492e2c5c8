import { afresh } from '../api/queries'

export const commissionsAfresh = () => void afresh('commission', 'commissions', 'commission-statement')
