import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

/**
 * The folder for what can be fetched again: STIPPLE_CACHE_DIR, else `stipple` in the user's cache folder.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} an absolute path; the folder need not exist yet
 */
export function cacheFolder(env = process.env) {
  if (env.STIPPLE_CACHE_DIR) return resolve(env.STIPPLE_CACHE_DIR)
  // The XDG specification says that a relative XDG_CACHE_HOME is to be ignored.
  const base = env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : join(homedir(), '.cache')
  return join(base, 'stipple')
}
