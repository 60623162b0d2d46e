/** What the command line asks for. */
export type Parsed =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string }
  | { readonly kind: 'align' | 'assess'; readonly casesPath: string; readonly outPath: string }
  | {
      readonly kind: 'compare'
      readonly beforePath: string
      readonly afterPath: string
      readonly outPath: string
      readonly format: 'png' | 'jpeg'
    }

/** Reads the arguments after the program's name. */
export function parseArguments(given: readonly string[]): Parsed {
  if (given.length === 0 || given.includes('--help') || given.includes('-h')) return { kind: 'help' }
  const [command, ...rest] = given
  const options = new Map<string, string>()
  const places: string[] = []
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!
    if (!word.startsWith('--')) {
      places.push(word)
      continue
    }
    const value = rest[++i]
    if (value === undefined || value.startsWith('--')) return wrong(`${word} needs a file after it.`)
    if (options.has(word)) return wrong(`${word} is given twice.`)
    options.set(word, value)
  }
  if (command === 'align' || command === 'assess') return parseCases(command, options, places)
  if (command === 'compare') return parseCompare(options, places)
  return wrong(`There is no command "${command}".`)
}

function parseCases(kind: 'align' | 'assess', options: Map<string, string>, places: readonly string[]): Parsed {
  const strange = strangeOption(options, ['--cases', '--out'])
  if (strange) return wrong(strange)
  if (places.length > 0) return wrong(`"${places[0]}" doesn’t belong here.`)
  const casesPath = options.get('--cases')
  const outPath = options.get('--out')
  if (!casesPath || !outPath) return wrong(`"${kind}" needs --cases FILE and --out FILE.`)
  return { kind, casesPath, outPath }
}

function parseCompare(options: Map<string, string>, places: readonly string[]): Parsed {
  const strange = strangeOption(options, ['--out'])
  if (strange) return wrong(strange)
  const [beforePath, afterPath] = places
  const outPath = options.get('--out')
  if (places.length !== 2 || !beforePath || !afterPath || !outPath) {
    return wrong('"compare" needs two photos and --out FILE.')
  }
  const extension = /\.(png|jpe?g)$/i.exec(outPath)?.[1]?.toLowerCase()
  if (!extension) return wrong('--out must end in .png, .jpg or .jpeg.')
  return { kind: 'compare', beforePath, afterPath, outPath, format: extension === 'png' ? 'png' : 'jpeg' }
}

function strangeOption(options: Map<string, string>, known: readonly string[]): string | undefined {
  for (const name of options.keys()) if (!known.includes(name)) return `There is no option ${name} here.`
  return undefined
}

function wrong(reason: string): Parsed {
  return { kind: 'wrong', reason }
}
