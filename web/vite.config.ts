import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Puts the licence of the font beside the font: the OFL asks for it. */
function fontLicence(): Plugin {
  return {
    name: 'font-licence',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'assets/inter-OFL.txt',
        source: readFileSync(new URL('./node_modules/@fontsource-variable/inter/LICENSE', import.meta.url)),
      });
    },
  };
}

// The server to develop against: `npm run dev` hands every request of the API over to it.
const server = process.env.DISPATCH_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [svelte(), fontLicence()],
  build: {
    // `dist` is committed: readable, unhashed and the same bytes every time, so that a change of it can be reviewed.
    minify: false,
    cssMinify: false,
    target: 'es2022',
    cssTarget: 'esnext',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      input: { app: 'index.html', form: 'src/styles/form.css' },
      output: {
        entryFileNames: 'assets/[name].js',
        chunkFileNames: 'assets/[name].js',
        assetFileNames: 'assets/[name][extname]',
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/in', '/form', '/sign-in/'].map((path) => [path, { target: server }])),
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
