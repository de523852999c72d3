import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    runes: true,
    // Class names come from the styles alone, so that a build gives the same bytes in every folder.
    cssHash: ({ hash, css }) => `s-${hash(css)}`,
  },
};
