import type { StippleApp } from './stipple-app.ts'

const everyMs = 100

/** From now on looks ten times a second at the memory of the app's processes; the function that is given tells the most that one of each kind had, in MB. */
export async function watchMemory({ electron }: StippleApp): Promise<() => Promise<Record<string, number>>> {
  await electron.evaluate(({ app }, intervalMs) => {
    const most: Record<string, number> = {}
    Object.assign(globalThis, { mostMegabytes: most })
    setInterval(() => {
      for (const { type, name, memory } of app.getAppMetrics()) {
        const kind = name ? `${type}: ${name}` : type
        most[kind] = Math.max(most[kind] ?? 0, Math.round(memory.workingSetSize / 1024))
      }
    }, intervalMs)
  }, everyMs)
  return () =>
    electron.evaluate(() => (globalThis as unknown as { mostMegabytes: Record<string, number> }).mostMegabytes)
}
