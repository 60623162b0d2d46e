import Module from 'node:module'

/**
 * Makes sharp fall back to its WebAssembly build. Imported for its effect, before sharp is loaded.
 *
 * On Linux, Electron links the system's GLib, which collides with the one inside sharp's native build: leaked objects
 * and crashes. There the native packages are made unresolvable; sharp then loads `@img/sharp-wasm32` by itself.
 * Plain Node, macOS and Windows keep the native build. `STIPPLE_SHARP=wasm` asks for WebAssembly anywhere.
 */
const needsWasm =
  process.env.STIPPLE_SHARP === 'wasm' || (process.platform === 'linux' && 'electron' in process.versions)

type ResolveFilename = (this: unknown, request: string, ...rest: unknown[]) => string

if (needsWasm) {
  const loader = Module as unknown as { _resolveFilename: ResolveFilename }
  const resolveFilename = loader._resolveFilename
  loader._resolveFilename = function (request, ...rest) {
    if (/^@img\/sharp-(?!wasm32)/.test(request)) {
      throw Object.assign(new Error(`Left out in favour of WebAssembly: ${request}`), { code: 'MODULE_NOT_FOUND' })
    }
    return resolveFilename.call(this, request, ...rest)
  }
}
