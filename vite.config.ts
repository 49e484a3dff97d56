/** Builds the client into dist/; the server compresses what comes out and serves it under a strict content policy. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'web',
  plugins: [svelte()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: fonts and images are files, so that the content policy need not allow data in styles.
    assetsInlineLimit: 0,
    // The map library is one piece of its own, loaded beside the page.
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/api': 'http://localhost:4000' } },
});
