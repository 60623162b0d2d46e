import { useEffect } from 'react'
import { create } from 'zustand'
import { errorSentence } from './error-messages.ts'
import type { Paper } from './ports.ts'
import { showFailure } from './ui/undo-toast.tsx'

/** What stands for the studio on paper and in pictures. `logo`: the address of a picture; `logoFile`: the picture itself, a PNG. */
export interface StudioSign {
  readonly name: string
  readonly logo: string | null
  readonly logoFile: Blob | null
}

const noSign: StudioSign = { name: '', logo: null, logoFile: null }
const useKnown = create<{ readonly sign: StudioSign }>()(() => ({ sign: noSign }))

/** The studio's name and logo, and how they are changed; a failure is told. */
export function useStudio(paper: Paper) {
  const { sign } = useKnown()
  useEffect(() => void told(() => read(paper)), [paper])
  const changed = (change: () => Promise<unknown>) =>
    told(async () => {
      await change()
      await read(paper)
    })
  return {
    sign,
    rename: (name: string) => changed(() => paper.renameStudio(name)),
    chooseLogo: () => changed(() => paper.chooseLogo()),
    removeLogo: () => changed(() => paper.removeLogo()),
  }
}

async function read(paper: Paper): Promise<void> {
  const { name, logo } = await paper.readStudio()
  const before = useKnown.getState().sign.logo
  useKnown.setState({ sign: { name, logo: logo && URL.createObjectURL(logo), logoFile: logo } })
  if (before) URL.revokeObjectURL(before)
}

async function told(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => showFailure(errorSentence(error)))
}
