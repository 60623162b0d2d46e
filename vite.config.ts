import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import electron from 'vite-plugin-electron/multi-env'
import { defineConfig } from 'vitest/config'

const machineTarget = 'node20'

/** Puts the WebAssembly files that run the networks beside the engine, which looks for them there. */
const networkRuntime = {
  name: 'stipple:network-runtime',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): void }) {
    for (const fileName of ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm']) {
      const source = readFileSync(
        new URL(`node_modules/@tensorflow/tfjs-backend-wasm/dist/${fileName}`, import.meta.url),
      )
      this.emitFile({ type: 'asset', fileName, source })
    }
  },
}

/** One environment of Electron's side: an entry of electron/ built into its own folder of dist/. */
const machine = (name: string, entry: string, format: 'es' | 'cjs' = 'es') => ({
  name,
  input: { [entry]: `../electron/${name}/${entry}.ts` },
  bundleDeps: 'auto' as const,
  ...(name === 'engine' ? { plugins: [networkRuntime] } : {}),
  options: {
    // TensorFlow.js was written for CommonJS, where this is the file's folder
    ...(name === 'engine' ? { define: { __dirname: 'import.meta.dirname' } } : {}),
    build: {
      outDir: `../dist/${name}`,
      emptyOutDir: true,
      target: machineTarget,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        // for a Node without fetch; the engine never fetches
        external: name === 'engine' ? ['node-fetch'] : [],
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
})

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [
    react(),
    // the test runner reads this file too; there the plugin would only leave a page of its own behind
    !process.env.VITEST &&
      electron([
        machine('main', 'main'),
        machine('preload', 'preload', 'cjs'),
        machine('engine', 'engine'),
        machine('cli', 'stipple'),
      ]),
  ],
  build: {
    outDir: '../dist/window',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // of the window's own environment: the machine's would inherit it otherwise
  environments: {
    client: {
      build: { rolldownOptions: { input: { index: 'renderer/index.html', present: 'renderer/present.html' } } },
    },
  },
  test: {
    root: '.',
    setupFiles: ['tests/property-seed.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      { extends: true, test: { name: 'library', include: ['tests/library/**/*.test.ts'], testTimeout: 60_000 } },
      {
        extends: true,
        test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 60_000, fileParallelism: false },
      },
      {
        extends: true,
        test: { name: 'engine', include: ['tests/engine/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
