import { defineConfig } from 'vite';

const api = process.env.OUTREACH_API ?? 'http://127.0.0.1:8080';

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  build: {
    outDir: 'target/dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    rollupOptions: {
      onwarn: (warning, warn) => {
        // Mantine marks its modules for servers that render; we have none.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') {
          warn(warning);
        }
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': api } },
});
