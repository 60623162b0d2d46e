import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A picture on a page: its own pixels, and how many of them an inch of paper takes. */
interface PagePicture {
  readonly widthPx: number
  readonly heightPx: number
  readonly dpi: number
}

interface ReadPage {
  readonly widthMm: number
  readonly heightMm: number
  readonly text: string
  readonly pictures: readonly PagePicture[]
}

type Matrix = readonly [number, number, number, number, number, number]

const pointsPerInch = 72
const mmPerInch = 25.4

/** What a PDF holds, page by page, and everything that it says of itself as one text. */
export async function readPdf(bytes: Uint8Array): Promise<{ pages: ReadPage[]; about: string }> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  try {
    const document = await task.promise
    const pages: ReadPage[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const [left, bottom, right, top] = page.view as [number, number, number, number]
      const { items } = await page.getTextContent()
      const { fnArray, argsArray } = await page.getOperatorList()
      pages.push({
        widthMm: ((right - left) / pointsPerInch) * mmPerInch,
        heightMm: ((top - bottom) / pointsPerInch) * mmPerInch,
        text: items
          .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
          .join('')
          .replace(/\s+/g, ' '),
        pictures: picturesIn(fnArray, argsArray),
      })
    }
    const { info, metadata } = await document.getMetadata()
    return { pages, about: JSON.stringify([info, metadata?.getRaw() ?? null]) }
  } finally {
    await task.destroy()
  }
}

/** The pictures that a page's operators paint; how large, by the matrix that they are painted through. */
function picturesIn(operators: readonly number[], operands: readonly unknown[]): PagePicture[] {
  const pictures: PagePicture[] = []
  const kept: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [index, operator] of operators.entries()) {
    const given = operands[index] as readonly unknown[] | null
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) kept.push(matrix)
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix
    if (operator === OPS.transform) matrix = product(matrix, given as unknown as Matrix)
    if (operator === OPS.paintFormXObjectBegin && given?.[0]) matrix = product(matrix, given[0] as Matrix)
    if (operator === OPS.paintImageXObject) {
      const [, widthPx, heightPx] = given as [string, number, number]
      const widthInches = Math.hypot(matrix[0], matrix[1]) / pointsPerInch
      pictures.push({ widthPx, heightPx, dpi: widthPx / widthInches })
    }
  }
  return pictures
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
