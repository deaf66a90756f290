import { describe, expect, test } from 'vitest'
import { findBrowser } from './find-browser.ts'

const onDisk =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path)

describe('the browser of the tests', () => {
  test('is the one that CHROMIUM_PATH names', () => {
    expect(findBrowser({ CHROMIUM_PATH: '/own/chrome', PATH: '/usr/bin' }, 'linux', onDisk('/own/chrome', '/usr/bin/chromium'))).toBe(
      '/own/chrome',
    )
  })

  test('is no other one where CHROMIUM_PATH names nothing that exists', () => {
    expect(findBrowser({ CHROMIUM_PATH: '/own/chrome', PATH: '/usr/bin' }, 'linux', onDisk('/usr/bin/chromium'))).toBeUndefined()
  })

  test.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['linux', { PATH: '/opt/bin:/usr/bin' }, '/opt/bin/google-chrome'],
    ['linux', {}, '/usr/bin/chromium'],
    ['darwin', { HOME: '/Users/a' }, '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', { PROGRAMFILES: 'C:\\Program Files' }, 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'],
  ])('is found on %s', (platform, environment, path) => {
    expect(findBrowser(environment, platform, onDisk(path))).toBe(path)
  })

  test('is absent on a machine without one', () => {
    expect(findBrowser({ PATH: '/usr/bin' }, 'linux', onDisk())).toBeUndefined()
  })
})
