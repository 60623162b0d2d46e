import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCheckSteps } from './check-steps.mjs'
import { closeWith, runTests } from './run-tests.mjs'

const appFolder = dirname(dirname(fileURLToPath(import.meta.url)))
closeWith([await runCheckSteps(appFolder), await runTests(appFolder, ['unit', 'library'])])
