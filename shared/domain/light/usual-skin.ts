import { type LinearLight, luminanceOf, quantileOf } from './linear-light.ts'
import { isExposed, lightAt, pixelsOfPlace, reachIn, type SkinPicture } from './skin-picture.ts'

/** Without a face the middle of the head is looked at; its darker part may be hair and shade. */
const headReach = 0.85
const darkerShare = { face: 0.25, head: 0.6 }
const brightestShare = 0.95
const fewestPixels = 50
const mostPixels = 40_000

/** The usual light of a photo's own skin: the middle of its face's where there is one, else of the brighter part of the head. */
export function usualSkin(picture: SkinPicture): LinearLight | undefined {
  const lights = thinned(picture.face ? facePixels(picture) : headPixels(picture)).map((at) => lightAt(picture, at))
  if (lights.length < fewestPixels) return undefined
  const luminances = Float64Array.from(lights, luminanceOf)
  const least = quantileOf(luminances, picture.face ? darkerShare.face : darkerShare.head)
  const most = quantileOf(luminances, brightestShare)
  const usual = lights.filter((light) => luminanceOf(light) >= least && luminanceOf(light) <= most)
  const middle = (channel: keyof LinearLight) =>
    quantileOf(
      Float64Array.from(usual, (light) => light[channel]),
      0.5,
    )
  return { red: middle('red'), green: middle('green'), blue: middle('blue') }
}

/** Skin of one person under one light differs from the usual in its colour ratios (natural logarithm) by no more than this, in its luminance by no more than these factors. */
const mostColourDifference = 0.3
const [leastLuminance, mostLuminance] = [0.22, 2.6]

/** Tells skin by what is usual in the same photo, so that the light itself changes nothing about it. */
export function skinTest(usual: LinearLight): (light: LinearLight) => boolean {
  const redToGreen = Math.log(usual.red / usual.green)
  const blueToGreen = Math.log(usual.blue / usual.green)
  const luminance = luminanceOf(usual)
  return (light) => {
    const brightness = luminanceOf(light) / luminance
    return (
      brightness >= leastLuminance &&
      brightness <= mostLuminance &&
      Math.abs(Math.log(light.red / light.green) - redToGreen) <= mostColourDifference &&
      Math.abs(Math.log(light.blue / light.green) - blueToGreen) <= mostColourDifference
    )
  }
}

function facePixels(picture: SkinPicture): number[] {
  const places = picture.face?.places ?? []
  return places.flatMap((place) => pixelsOfPlace(picture, place).filter((at) => isExposed(picture, at)))
}

function headPixels(picture: SkinPicture): number[] {
  const reach = reachIn(picture.head)
  const pixels: number[] = []
  for (let at = 0; at < picture.widthPx * picture.heightPx; at++)
    if (reach(at % picture.widthPx, Math.floor(at / picture.widthPx)) <= headReach && isExposed(picture, at))
      pixels.push(at)
  return pixels
}

function thinned(pixels: readonly number[]): readonly number[] {
  const step = Math.ceil(pixels.length / mostPixels)
  return step > 1 ? pixels.filter((_, index) => index % step === 0) : pixels
}
