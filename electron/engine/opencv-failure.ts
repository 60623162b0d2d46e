/** OpenCV threw: its stack isn't unwound in WebAssembly, so the whole process must be replaced (see docs/adr/0004). */
export class OpenCvFailure extends Error {
  constructor(step: string, options?: ErrorOptions) {
    super(`OpenCV failed in ${step}`, options)
    this.name = 'OpenCvFailure'
  }
}
