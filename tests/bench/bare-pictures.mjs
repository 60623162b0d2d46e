/**
 * What the computer can do at best: plain images of the comparison's own addresses on an otherwise empty page, moved and scaled by a transform that is set in each
 * event. `layout` is one, beside (each in its half) or over (the second at half opacity over the first). Gives the function that takes them away again.
 */
export async function layBarePictures(window, layout, scale) {
  await window.evaluate(
    async ([kind, firstScale]) => {
      const addresses = [...document.querySelectorAll('[data-pane] img')].map(({ src }) => src)
      const stage = document.createElement('div')
      Object.assign(stage.style, { position: 'fixed', inset: '0', zIndex: '9999', background: '#1c1c1c' })
      stage.id = 'bare'
      const place = { x: 0, y: 0, scale: firstScale }
      const images = addresses.slice(0, kind === 'one' ? 1 : 2).map((src, index, { length }) => {
        const pane = document.createElement('div')
        const isHalf = kind === 'beside'
        Object.assign(pane.style, {
          position: 'absolute',
          overflow: 'hidden',
          top: '100px',
          bottom: '90px',
          left: isHalf && index === 1 ? '50%' : '0',
          width: isHalf ? '50%' : '100%',
          opacity: length > 1 && kind === 'over' && index === 1 ? '0.5' : '1',
        })
        const image = new Image()
        image.src = src
        Object.assign(image.style, {
          position: 'absolute',
          width: '3464px',
          height: '3464px',
          maxWidth: 'none',
          pointerEvents: 'none',
          transformOrigin: '0 0',
        })
        pane.append(image)
        stage.append(pane)
        return image
      })
      const lay = () => {
        for (const image of images)
          image.style.transform = `translate(${place.x - 1500 * place.scale}px, ${place.y - 1500 * place.scale}px) translate(360px, 350px) scale(${place.scale})`
      }
      stage.addEventListener('pointermove', (event) => {
        if (event.buttons === 0) return
        place.x += event.movementX
        place.y += event.movementY
        lay()
      })
      stage.addEventListener('wheel', (event) => {
        event.preventDefault()
        place.scale *= Math.exp(-event.deltaY * 0.0018)
        lay()
      })
      lay()
      await Promise.all(images.map((image) => image.decode()))
      document.body.append(stage)
    },
    [layout, scale],
  )
  return () => window.evaluate(() => document.getElementById('bare').remove())
}
