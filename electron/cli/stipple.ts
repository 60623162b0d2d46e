import { AppError } from '../../shared/errors.ts'
import { align } from './align-command.ts'
import { assess } from './assess-command.ts'
import { compare } from './compare-command.ts'
import { createEngines } from './engines.ts'
import { explain } from './explain-error.ts'
import { help } from './help.ts'
import { parseArguments } from './parse-arguments.ts'

const parsed = parseArguments(process.argv.slice(2))
if (parsed.kind === 'help') process.stdout.write(help)
else if (parsed.kind === 'wrong') {
  process.stderr.write(`stipple: ${parsed.reason}\nRun "stipple --help" to see how it is used.\n`)
  process.exitCode = 2
} else {
  const engines = createEngines()
  try {
    if (parsed.kind === 'compare') process.exitCode = await compare(engines, parsed)
    else process.exitCode = parsed.kind === 'align' ? await align(engines, parsed) : await assess(engines, parsed)
  } catch (error) {
    process.stderr.write(`stipple: ${explain(error)}\n`)
    if (!(error instanceof AppError)) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = 1
  } finally {
    engines.close()
  }
}
