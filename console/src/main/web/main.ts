import './tokens.css'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from './App.vue'
import { queries } from './api/queries'
import { router } from './routes'

createApp(App).use(router).use(VueQueryPlugin, { queryClient: queries }).mount('#app')
