import { createSSRApp } from 'vue'
import App from './App.vue'
// #ifdef H5
import { describeControls } from './aria-h5'
// #endif

export function createApp() {
  // #ifdef H5
  describeControls()
  // #endif
  return { app: createSSRApp(App) }
}
