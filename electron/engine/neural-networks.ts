import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter'
import * as tf from '@tensorflow/tfjs-core'
import { type ModelName, readModel, wasmFolder } from './model-files.ts'

const loaded = new Map<ModelName, Promise<GraphModel>>()
let starting: Promise<void> | undefined

/** Runs a network on one RGB square (side × side × 3, values as the network wants them). Returns its outputs by name. */
export async function runNetwork(
  name: ModelName,
  input: Float32Array,
  sidePx: number,
  outputs: readonly string[],
): Promise<Float32Array[]> {
  const model = await networkOf(name)
  const results = tf.tidy(() => {
    const result = model.execute(tf.tensor4d(input, [1, sidePx, sidePx, 3]), [...outputs])
    return Array.isArray(result) ? result : [result]
  })
  try {
    return await Promise.all(results.map(async (result) => Float32Array.from(await result.data())))
  } finally {
    tf.dispose(results)
  }
}

function networkOf(name: ModelName): Promise<GraphModel> {
  const known = loaded.get(name)
  if (known) return known
  const loading = load(name)
  loaded.set(name, loading)
  return loading
}

async function load(name: ModelName): Promise<GraphModel> {
  starting ??= start()
  await starting
  const { graph, weights } = await readModel(name)
  const { modelTopology, weightsManifest, signature, format } = graph as {
    modelTopology: object
    weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[]
    signature: object
    format: string
  }
  return loadGraphModel({
    load: async () => ({
      modelTopology,
      weightSpecs: weightsManifest.flatMap((group) => group.weights),
      weightData: weights,
      signature,
      format,
    }),
  })
}

async function start(): Promise<void> {
  setWasmPaths(wasmFolder())
  await tf.setBackend('wasm')
  await tf.ready()
  // the slow JavaScript backend would be taken silently
  if (tf.getBackend() !== 'wasm') throw new Error('The networks’ WebAssembly backend did not start.')
}
