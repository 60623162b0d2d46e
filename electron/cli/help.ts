/** What `stipple --help` prints. */
export const help = `Stipple aligns and compares photos of the same head. It works offline, changes no photo and refuses to write over one.

  stipple align --cases FILE --out FILE
      Aligns pairs of photos. FILE is JSON: a list of
      { "id": text, "reference": path, "moving": path,
        "points": [[x, y], …]                                    points of the reference to find in the other photo
        "landmarks": [{ "reference": [x, y], "moving": [x, y] }] marks placed by hand, optional }
      Paths count from FILE's folder. Coordinates are pixels of the upright photo; the middle of the top left pixel is 0, 0.
      --out gets a list of
      { "id", "outcome": "aligned" | "check" | "needs-landmarks", "points": [[x, y] | null, …], "milliseconds", "reasons" }
      or { "id", "error": { "code", "message" } } for a pair that failed; the others go on.

  stipple compare BEFORE AFTER --out FILE
      Writes BEFORE and the aligned AFTER side by side. FILE ends in .png, .jpg or .jpeg.

  stipple --help

Ends with 0 when the result was written (pairs that failed are in it), 1 after an error, 2 when it was called wrongly, 3 when the photos of "compare" couldn't be aligned.
`
