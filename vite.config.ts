import purgeCss from '@fullhuman/postcss-purgecss';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import tsconfigPaths from 'vite-tsconfig-paths';
import { purging } from './app/styles/purging';
import remixConfig from './remix.config.js';
import { HASH_FILE, sourcesHash } from './sources.mjs';

/** Remix v2 fixes the input of the server build; placed after it, this also bundles the server and the commands. */
const serverEntries = (input: Record<string, string>): Plugin => ({
  name: 'server-entries',
  config: (_, env) =>
    env.isSsrBuild
      ? { build: { rollupOptions: { input, output: { entryFileNames: '[name].js' } } } }
      : undefined,
});

/** Writes down what the server was built of, as it was when the build began. */
function writeSources(): Plugin {
  let hash = '';
  return {
    name: 'write-sources',
    buildStart: () => {
      hash = sourcesHash();
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: HASH_FILE, source: hash });
    },
  };
}

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [
    remix(remixConfig),
    serverEntries({
      index: './app/server.ts',
      cli: './app/cli/main.ts',
      count: './app/cli/count-thread.ts',
      statement: './app/cli/statement-thread.ts',
    }),
    isSsrBuild && writeSources(),
    tsconfigPaths(),
  ],
  css: { postcss: { plugins: command === 'build' ? [purgeCss(purging)] : [] } },
  build: {
    target: isSsrBuild ? 'node20' : 'es2022',
    rollupOptions: {
      onwarn: (warning, warn) => {
        if (warning.code !== 'INVALID_ANNOTATION') warn(warning);
      },
    },
  },
}));
