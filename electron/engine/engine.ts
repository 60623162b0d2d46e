// must come before anything that imports sharp, hence the import below it is a dynamic one
import './prefer-wasm-sharp.ts'

const { serveTasks } = await import('./serve-tasks.ts')
serveTasks()
