/// <reference types="vitest/config" />
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/main/web',
  base: '/console/',
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    outDir: '../../../target/classes/pages',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    // finish.mjs holds each page to its budget; the charts are one chunk, and only dashboards load it.
    chunkSizeWarningLimit: 700,
  },
  // npm run dev: the pages from here, everything else from the office of deploy/up; api/*.ts are pages too.
  server: { proxy: { '^/console/api/(v1/|[a-z-]+([?]|$))': { target: 'http://localhost:8080', changeOrigin: false } } },
  test: {
    root: '.',
    include: ['src/test/web/**/*.test.ts'],
    environment: 'happy-dom',
    // On a machine that has other things to do a test takes long, which is no fault of it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
