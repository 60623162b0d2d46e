// Stands in for the default app that the fallback Electron lacks: starts the app folder given as first argument,
// as a stock Electron does, so that every Electron is started in the same way and none belongs to one checkout.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folderArgument = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (folderArgument === undefined) {
  console.error('Give the folder of the app to start as the first argument.')
  process.exit(1)
}
const appFolder = resolve(folderArgument)
const appPackage = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'))
process.defaultApp = true
app.setAppPath(appFolder)
app.name = appPackage.productName ?? appPackage.name
app.setVersion(appPackage.version)
// Awaited at the top level: Electron is not ready before the app's own entry has run.
await import(pathToFileURL(join(appFolder, appPackage.main)).href)
