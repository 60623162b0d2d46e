/** Milliseconds from an input event ('click', 'keydown') of the window to the frame in which every pane shows another picture than before. */
export async function timeToPicture(window, act, event) {
  await window.evaluate((name) => {
    globalThis.stepSeen = new Promise((resolve) => {
      const picturesShown = () => [...document.querySelectorAll('[data-pane] img')]
      const onEvent = ({ timeStamp }) => {
        const before = picturesShown().map(({ src }) => src)
        const look = () => {
          const images = picturesShown()
          const isNew = images.length > 1 && images.some(({ src }) => !before.includes(src))
          const isSeen = images.every((image) => image.dataset.state === 'shown')
          // after the next frame begins, this one has been painted
          if (isNew && isSeen) requestAnimationFrame(() => resolve(performance.now() - timeStamp))
          else requestAnimationFrame(look)
        }
        look()
      }
      addEventListener(name, onEvent, { once: true, capture: true })
    })
  }, event)
  await act()
  return window.evaluate(() => globalThis.stepSeen)
}
