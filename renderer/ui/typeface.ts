/** What everything is written in, on the screen, on paper and in exported pictures: a face that comes with Stipple, so that they look alike everywhere. */
export const typeface = '"Inter Variable", "Segoe UI", system-ui, "Helvetica Neue", "DejaVu Sans", sans-serif'

/** Resolves when the face can be painted with; a canvas doesn't wait for it by itself. */
export async function typefaceReady(): Promise<void> {
  await Promise.all([400, 500, 600].map((weight) => document.fonts?.load(`${weight} 16px ${typeface}`)))
}
