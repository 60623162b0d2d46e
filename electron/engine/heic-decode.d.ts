declare module 'heic-decode' {
  interface HeicImage {
    readonly width: number
    readonly height: number
    decode(): Promise<{ width: number; height: number; data: Uint8ClampedArray }>
  }
  interface HeicImages extends ReadonlyArray<HeicImage> {
    dispose(): void
  }
  interface HeicDecode {
    all(input: { buffer: Uint8Array }): Promise<HeicImages>
  }
  const heicDecode: HeicDecode
  export default heicDecode
}
