// must come before anything that imports sharp, hence the import below it is a dynamic one
import './prefer-wasm-sharp.ts'
import { constants, setPriority } from 'node:os'

// in the app the window comes first where there are few cores: it must not wait for pictures to be aligned behind it
if ('electron' in process.versions) setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

const { serveTasks } = await import('./serve-tasks.ts')
serveTasks()
