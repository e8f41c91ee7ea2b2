import 'element-plus/es/components/message/style/css'
import './styles/tokens.css'
import './styles/base.css'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './shell/router'

createApp(App).use(router).mount('#app')
