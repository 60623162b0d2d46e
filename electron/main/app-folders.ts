import { join } from 'node:path'
import { app } from 'electron'

/** Where this user's Stipple keeps its things. Fixed by name, so that renaming the package can't move a library; STIPPLE_USER_DATA puts it elsewhere. */
export function chooseAppFolders(): {
  userData: string
  library: string
  logs: string
  deviceKey: string
  preferences: string
  studioName: string
  studioLogo: string
} {
  const userData = process.env.STIPPLE_USER_DATA ?? join(app.getPath('appData'), 'Stipple')
  app.setPath('userData', userData)
  app.setPath('sessionData', join(userData, 'session'))
  return {
    userData,
    library: join(userData, 'library'),
    logs: join(userData, 'logs'),
    deviceKey: join(userData, 'device.key'),
    preferences: join(userData, 'preferences.json'),
    studioName: join(userData, 'studio.json'),
    studioLogo: join(userData, 'studio-logo.png'),
  }
}

/** A folder or file of the built app. */
export function builtPath(...parts: string[]): string {
  return join(import.meta.dirname, '..', ...parts)
}

/** A resource that ships with the app. */
export function resourcePath(...parts: string[]): string {
  return app.isPackaged
    ? join(process.resourcesPath, ...parts)
    : join(import.meta.dirname, '..', '..', 'resources', ...parts)
}
