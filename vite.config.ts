/**
 * Two builds. `vite build`: the client, which the server compresses and serves under a strict content policy.
 * `vite build --ssr`: the server, our own code only; packages stay where they are.
 */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type UserConfig } from 'vite';

const client: UserConfig = {
  root: 'web',
  plugins: [svelte()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: fonts and images are files, so that the content policy need not allow data in styles.
    assetsInlineLimit: 0,
    // What the page starts with comes as one piece: fifty small ones cost more bytes and compress worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
    // The map library is one piece of its own, loaded beside the page.
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/api': 'http://localhost:4000' } },
};

const server: UserConfig = {
  build: {
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: {
        main: 'server/main.ts',
        databaseWorker: 'server/db/pglite/worker.ts',
        fileReader: 'server/imports/reader.ts',
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : client));
