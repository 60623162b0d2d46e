/** What `stipple --help` prints. */
export const help = `Stipple aligns, compares and assesses photos of the same head. It works offline, changes no photo and refuses to write over one.

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

  stipple assess --cases FILE --out FILE
      Measures treated skin: dots, density, evenness, lighter patches. FILE is JSON: a list of
      { "id": text, "photo": path, "pixelsPerMm": number | null, "daysSinceSession": number | null,
        "head": { "cx", "cy", "rx", "ry", "angleDegrees" } | null     its outline as an ellipse; null in a close-up
        "zones": { "treated": [polygon, …], "reference": [polygon, …], "blend": […], "avoid": […] } }
      A polygon is [[x, y], …]. Paths and coordinates as for "align".
      --out gets a list of
      { "id", "verdict": "judged" | "greyed", "reasons", "notJudgedFraction", "dots": [[x, y], …],
        "densityMap": { "stepPx", "originPx", "values": [[dots per cm² | null, …], …] }, "evenness", "matchToReference",
        "patches": [{ "polygon", "kind", "lightenedFraction", "areaMm2" }, …], "milliseconds" }
      or { "id", "error": { "code", "message" } } for a photo that failed; the others go on.

  stipple --help

Ends with 0 when the result was written (what failed is in it), 1 after an error, 2 when it was called wrongly, 3 when the photos of "compare" couldn't be aligned.
`
