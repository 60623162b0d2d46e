import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The networks that come with the product: see resources/models/NOTICE.md. */
export type ModelName = 'selfie' | 'facemesh-detection-short' | 'facemesh'

/** A network's graph and weights as they are stored. */
export interface ModelFiles {
  readonly graph: Record<string, unknown>
  readonly weights: ArrayBuffer
}

/** In a checkout the models lie in resources/; in the packaged app they lie beside the archive that this file is in. */
const modelFolders = ['../../resources/models', '../../../models']
/** The build puts the WebAssembly files beside the engine; without a build they are in their package. */
const wasmFileName = 'tfjs-backend-wasm-simd.wasm'

/** Reads a network from disk. Throws when the product's files are incomplete. */
export async function readModel(name: ModelName): Promise<ModelFiles> {
  const folder = modelFolders.map((path) => join(import.meta.dirname, path)).find((path) => existsSync(path))
  if (!folder) throw new Error('The folder with the models is missing.')
  const graph = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as Record<string, unknown>
  const weights = await readFile(join(folder, `${name}.bin`))
  return {
    graph,
    weights: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength) as ArrayBuffer,
  }
}

/** The folder (with a slash at its end) of the WebAssembly files that run the networks. */
export function wasmFolder(): string {
  if (existsSync(join(import.meta.dirname, wasmFileName))) return `${import.meta.dirname}/`
  const { resolve } = createRequire(import.meta.url)
  return `${dirname(resolve(`@tensorflow/tfjs-backend-wasm/dist/${wasmFileName}`))}/`
}
