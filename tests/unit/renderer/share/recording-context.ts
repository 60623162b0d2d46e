/** One call on a canvas context, with what was set when it came. */
export interface CanvasCall {
  readonly name: string
  readonly args: readonly unknown[]
  readonly alpha: number
  readonly font: string
  /** By which everything is magnified then. */
  readonly scale: number
}

/** A canvas context that remembers what is drawn; a letter is half as wide as the font is high. */
export function recordingContext() {
  const calls: CanvasCall[] = []
  const state = { globalAlpha: 1, font: '10px sans-serif', fillStyle: '' }
  const scales = [1]
  const sizeOf = (font: string) => Number(/(\d+)px/.exec(font)?.[1])
  const context = new Proxy(state, {
    get: (target, name) => {
      if (name in target) return target[name as keyof typeof target]
      if (name === 'measureText') return (text: string) => ({ width: (text.length * sizeOf(target.font)) / 2 })
      return (...args: unknown[]) => {
        if (name === 'save') scales.push(scales.at(-1)!)
        if (name === 'restore') scales.pop()
        if (name === 'scale') scales.push(scales.pop()! * (args[0] as number))
        calls.push({ name: String(name), args, alpha: target.globalAlpha, font: target.font, scale: scales.at(-1)! })
      }
    },
  })
  return { context: context as unknown as CanvasRenderingContext2D, calls, sizeOf }
}
