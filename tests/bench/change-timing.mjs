/** Milliseconds from a key to the frame in which the change between two photos (difference, heat map) stands painted. */
export async function timeToChange(window, key) {
  await window.evaluate(() => {
    globalThis.changeSeen = new Promise((resolve) => {
      const onEvent = ({ timeStamp }) => {
        const isPainted = () =>
          document.querySelector('[data-painting="false"]') !== null &&
          document.querySelector('[data-pane] canvas[role="img"]') !== null
        const look = () => {
          if (isPainted()) requestAnimationFrame(() => resolve(performance.now() - timeStamp))
          else requestAnimationFrame(look)
        }
        // what the key does is rendered first
        requestAnimationFrame(() => requestAnimationFrame(look))
      }
      addEventListener('keydown', onEvent, { once: true, capture: true })
    })
  })
  await window.keyboard.press(key)
  return window.evaluate(() => globalThis.changeSeen)
}
