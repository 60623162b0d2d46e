const searches = ['müller', 'graphite', 'norwood 4', 'scar', 'anna ber', 'nano', 'redness', 'hüs']

/** Opens as many clients as are drawn, none twice: how long each took until the board with its photos was drawn, and until main had answered. */
export async function measureOpening(window, photosEach) {
  const count = await window.locator('[data-client]').count()
  const timings = []
  for (let index = 0; index < count; index++) {
    timings.push(
      await window.evaluate(
        async ([place, photos]) => {
          const tile = document.querySelectorAll('[data-client]')[place]
          const name = tile.textContent
          const startedAt = performance.now()
          tile.click()
          const drawn = () =>
            document.querySelector('h1')?.textContent === name && document.querySelectorAll('main img').length >= photos
          while (!drawn()) await new Promise((resolve) => setTimeout(resolve))
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
          return { drawnMs: performance.now() - startedAt }
        },
        [index, photosEach],
      ),
    )
    await window.getByRole('button', { name: 'Back to the clients' }).click()
    await window.locator('[data-client]').nth(index).waitFor()
  }
  // what main does of it, for clients that aren't opened in the window yet
  const answers = await window.evaluate(async (from) => {
    const ask = async (name, input) => (await globalThis.stipple.request(name, input)).value
    const { cards } = await ask('library.clients', {})
    const times = []
    for (const { client } of cards.slice(-Math.min(from, cards.length))) {
      const startedAt = performance.now()
      await ask('library.client', { clientId: client.clientId })
      times.push(performance.now() - startedAt)
    }
    return times
  }, count)
  return timings.map(({ drawnMs }, index) => ({ drawnMs, answeredMs: answers[index] ?? 0 }))
}

/** Types searches key by key: how long after each key what was found is drawn. */
export async function measureSearching(window) {
  const field = window.getByRole('searchbox', { name: 'Search clients' })
  await field.focus()
  await window.evaluate(() => {
    globalThis.keyTimes = []
    addEventListener('beforeinput', ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => globalThis.keyTimes.push(performance.now() - timeStamp)))
    })
  })
  for (const search of searches) {
    for (const key of search) {
      await window.keyboard.insertText(key)
      await window.waitForTimeout(120)
    }
    await field.fill('')
    await window.waitForTimeout(200)
  }
  return window.evaluate(() => globalThis.keyTimes)
}
