import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const imageBytes = 96 * 1024 ** 2

/**
 * EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (fs/ext4/ioctl.c): from this moment on nothing reaches the disk any more, neither data nor journal. Node has
 * no ioctl; Perl is part of every Debian.
 */
const cutPower =
  'my $flags = pack("L", 2); open(my $root, "<", $ARGV[0]) or die $!; ioctl($root, 0x8004587d, $flags) or die $!'

/** True where a disk image can be mounted, which takes Linux, root, loop devices, mkfs.ext4 and Perl. */
export function canMountImages(): boolean {
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0
  return (
    isRootOnLinux && ['/dev/loop-control', '/usr/sbin/mkfs.ext4', '/usr/bin/perl'].every((path) => existsSync(path))
  )
}

/** A real ext4 of its own in a file, on a loop device: its power can be cut. */
export class Ext4Image {
  readonly folder: string
  readonly #image: string

  private constructor(home: string) {
    this.folder = join(home, 'mounted')
    this.#image = join(home, 'disk.img')
  }

  /** Makes and mounts an empty disk; both files of it stand in `home`. */
  static async make(home: string): Promise<Ext4Image> {
    const made = new Ext4Image(home)
    await mkdir(made.folder)
    await writeFile(made.#image, '')
    await truncate(made.#image, imageBytes)
    await run('/usr/sbin/mkfs.ext4', ['-q', '-F', made.#image])
    await made.mount()
    return made
  }

  /** Mounts the disk as after a start of the computer: the journal is replayed. */
  async mount(): Promise<void> {
    await run('mount', ['-o', 'loop', this.#image, this.folder])
  }

  async cutPower(): Promise<void> {
    await run('/usr/bin/perl', ['-e', cutPower, this.folder])
  }

  async unmount(): Promise<void> {
    await run('umount', [this.folder])
  }
}
