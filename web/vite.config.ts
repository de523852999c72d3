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

/** Tells `start.js` which files the page of an address needs, so that they come together and not one because of the other. */
function filesOfPages(): Plugin {
  const PAGES: Record<string, string> = { board: 'BoardPage', inbox: 'InboxPage', approvals: 'ApprovalsPage', settings: 'SettingsPage' };
  return {
    name: 'files-of-pages',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (bundle === undefined) return html;
        const all = Object.values(bundle).filter((one) => one.type === 'chunk');
        const files = (chunk: (typeof all)[number], seen = new Set<string>()): Set<string> => {
          seen.add(chunk.fileName);
          for (const css of chunk.viteMetadata?.importedCss ?? []) seen.add(css);
          for (const one of all) if (chunk.imports.includes(one.fileName) && !seen.has(one.fileName)) files(one, seen);
          return seen;
        };
        const always = new Set(all.filter((one) => one.isEntry).flatMap((one) => [...files(one)]));
        const told = Object.entries(PAGES).map(([page, name]) => {
          const chunk = all.find((one) => one.name === name);
          const names = [...(chunk ? files(chunk) : [])].filter((file) => !always.has(file)).map((file) => file.replace(/^assets\//, ''));
          return ` data-${page}="${names.join(' ')}"`;
        });
        return html.replace('<script src="/assets/start.js"', (tag) => tag + told.join(''));
      },
    },
  };
}

// The server to develop against: `npm run dev` hands every request of the API over to it.
const server = process.env.DISPATCH_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [svelte(), fontLicence(), filesOfPages()],
  experimental: {
    // The server puts a folder that names the build into the addresses of `index.html`; files name each other beside themselves.
    renderBuiltUrl: (_, { hostType }) => (hostType === 'html' ? undefined : { relative: true }),
  },
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
        // What more than one page uses comes in one file: a small file costs more in asking than in size.
        codeSplitting: { groups: [{ name: 'shared', test: /\/web\/(node_modules|src)\//, minShareCount: 2, includeDependenciesRecursively: false }] },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/in', '/form', '/sign-in/'].map((path) => [path, { target: server }])),
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
