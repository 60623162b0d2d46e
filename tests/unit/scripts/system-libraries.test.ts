import { expect, test } from 'vitest'
import {
  aptCommandText,
  chooseAptNames,
  electronPackages,
  parseInstallable,
  virtualDisplayPackages,
} from '../../../scripts/apt-packages.mjs'
import { parseMissingLibraries } from '../../../scripts/system-libraries.mjs'

const policyOfDebian12 = `libgtk-3-0:
  Installed: (none)
  Candidate: 3.24.38-2~deb12u3
  Version table:
     3.24.38-2~deb12u3 500
libnss3:
  Installed: 2:3.87.1-1
  Candidate: 2:3.87.1-1
libasound2:
  Installed: (none)
  Candidate: 1.2.8-1+b1
`
const policyOfUbuntu24 = `libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.41-4ubuntu1.2
libgtk-3-0:
  Installed: (none)
  Candidate: (none)
libasound2t64:
  Installed: (none)
  Candidate: 1.2.11-1build2
libasound2:
  Installed: (none)
  Candidate: (none)
`

test('finds each missing library once in what ldd prints', () => {
  const output = `\tlinux-vdso.so.1 (0x00007ffd3b5f2000)
\tlibgtk-3.so.0 => not found
\tlibnss3.so => /lib/x86_64-linux-gnu/libnss3.so (0x00007f3d7a000000)
\tlibgbm.so.1 => not found
\tlibgtk-3.so.0 => not found
`
  expect(parseMissingLibraries(output)).toEqual(['libgtk-3.so.0', 'libgbm.so.1'])
  expect(parseMissingLibraries('\tstatically linked\n')).toEqual([])
})

test('takes the names that the system knows, before and after the t64 renaming', () => {
  expect(chooseAptNames(electronPackages, parseInstallable(policyOfDebian12))).toEqual([
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libatk-bridge2.0-0',
  ])
  const names = chooseAptNames(electronPackages, parseInstallable(policyOfUbuntu24))
  expect(names).toContain('libgtk-3-0t64')
  expect(names).toContain('libasound2t64')
  expect(names).not.toContain('libasound2')
})

test('the command for a person is complete', () => {
  const names = chooseAptNames([...electronPackages, ...virtualDisplayPackages], new Set())
  expect(aptCommandText(names)).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libatk-bridge2.0-0 xvfb xauth',
  )
})
