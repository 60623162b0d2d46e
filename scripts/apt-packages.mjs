/**
 * What Electron needs of a Debian-like system. Each entry lists the names that one package has had, newest first
 * (the `t64` names came with the 64-bit time transition of Debian 13 and Ubuntu 24.04).
 */
export const electronPackages = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
]
export const virtualDisplayPackages = [['xvfb'], ['xauth']]
export const fontPackages = [['fonts-dejavu-core']]
/** Runs ExifTool, which reads camera RAW files. */
export const perlPackages = [['perl']]

/**
 * Chooses for each package the newest name that this system can install.
 * @param {readonly (readonly string[])[]} packages
 * @param {ReadonlySet<string>} installable
 * @returns {string[]} the last name of a package of which none is known to be installable
 */
export function chooseAptNames(packages, installable) {
  return packages.map((names) => /** @type {string} */ (names.find((name) => installable.has(name)) ?? names.at(-1)))
}

/**
 * Reads the names that have an installation candidate from the output of `apt-cache policy`.
 * @param {string} policyOutput
 * @returns {Set<string>}
 */
export function parseInstallable(policyOutput) {
  const installable = new Set()
  let name = ''
  for (const line of policyOutput.split('\n')) {
    const heading = /^(\S+):$/.exec(line)
    if (heading) name = /** @type {string} */ (heading[1])
    else if (/^\s+Candidate: (?!\(none\))/.test(line)) installable.add(name)
  }
  return installable
}

/**
 * The command for a person to type.
 * @param {readonly string[]} aptNames
 */
export function aptCommandText(aptNames) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${aptNames.join(' ')}`
}
