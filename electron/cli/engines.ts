import { fileURLToPath } from 'node:url'
import { EnginePool } from '../engine-pool/engine-pool.ts'
import { spawnNodeEngine } from '../engine-pool/node-engine.ts'

/** How many pairs are worked on at once. */
export const engineCount = 2

/** The engine processes; the built engine lies beside the built CLI. */
export function createEngines(): EnginePool {
  const enginePath = fileURLToPath(new URL('../engine/engine.js', import.meta.url))
  return new EnginePool(() => spawnNodeEngine(enginePath), engineCount)
}
