import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { contentSecurityPolicy, makeNonce } from './session-rules.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Serves the built window. Its files are listed once, and only a listed name is ever opened: no path is built from an address. */
export function serveWindowFiles(folder: string): (pathname: string) => Promise<Response | undefined> {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name) in types)
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path]),
  )
  return async (pathname) => {
    const path = files.get(pathname)
    if (path === undefined) return undefined
    const type = types[extname(path)]!
    const nonce = makeNonce()
    const headers = {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': contentSecurityPolicy(nonce),
    }
    if (extname(path) !== '.html') return new Response(new Uint8Array(await readFile(path)), { headers })
    const page = (await readFile(path, 'utf8')).replace(
      'name="csp-nonce" content=""',
      `name="csp-nonce" content="${nonce}"`,
    )
    return new Response(page, { headers })
  }
}
