import { fileURLToPath } from 'node:url';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import { defineConfig } from 'vitest/config';

// The transform without Babel, which Lingui advertises, needs binaries that are not published for every platform.
process.env.LINGUI_SUPPRESS_BABEL_WARNING = '1';

/** Where `npm run dev` finds the program's API. */
const backend = process.env.KURIR_BACKEND ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [
    react(),
    lingui(),
    // Query suffixes are part of the module id: without `(\?.*)?` such modules keep their macros and fail at run time only.
    babel({ include: /src\/.*\.[jt]sx?(\?.*)?$/, presets: [linguiTransformerBabelPreset()] }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': { target: backend, changeOrigin: false } } },
  preview: { proxy: { '/api': { target: backend, changeOrigin: false } } },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // What the first screen needs comes as one file, not as forty small ones.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', tags: ['$initial'] }] } } },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    css: false,
    // Each worker reads the modules once: a quarter of the time. A file cleans up what it changes in them.
    isolate: false,
    maxWorkers: 2,
    // A slow machine is no failure: what never happens still fails, only later.
    testTimeout: 60_000,
  },
});
