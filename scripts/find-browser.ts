import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable']
const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

/**
 * An installed Chromium, Chrome or Edge: `CHROMIUM_PATH`, or the first in the usual places of Linux, macOS and Windows.
 * Nothing is ever downloaded. A `CHROMIUM_PATH` that does not exist finds nothing, rather than another browser than the one asked for.
 */
export function findBrowser(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform, exists: (path: string) => boolean = existsSync) {
  if (environment.CHROMIUM_PATH) return exists(environment.CHROMIUM_PATH) ? environment.CHROMIUM_PATH : undefined
  return candidates(environment, platform).find((path) => exists(path))
}

function candidates(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(environment.HOME ?? '/', 'Applications')]
    return folders.flatMap((folder) => macApplications.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`))
  }
  if (platform === 'win32') {
    const folders = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    )
    return folders.flatMap((folder) => windowsPrograms.map((program) => `${folder}\\${program}`))
  }
  const folders = [...(environment.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/snap/bin']
  return folders.flatMap((folder) => names.map((name) => `${folder}/${name}`))
}
