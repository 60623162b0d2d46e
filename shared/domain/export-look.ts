/** The shapes that can be exported; `original`: every photo in as many pixels as the camera gave it. */
export const exportShapes = ['4:5', '1:1', '3:4', '9:16', '16:9', 'original'] as const
export type ExportShape = (typeof exportShapes)[number]

/** How the photos of a picture stand in it. */
export const arrangements = ['beside', 'above', 'grid'] as const
export type Arrangement = (typeof arrangements)[number]

/** What a photo is called: by its stage, as before and after, or in the studio's own words around what it is. */
export const namings = ['stage', 'before-after', 'own'] as const
export type Naming = (typeof namings)[number]

/** What is written under it. */
export const detailKinds = ['date', 'day', 'weeks', 'nothing'] as const
export type DetailKind = (typeof detailKinds)[number]

/** What stands for the studio on a picture. */
export const signKinds = ['nothing', 'name', 'logo', 'both'] as const
export type SignKind = (typeof signKinds)[number]

/** Where it stands. */
export const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
export type Corner = (typeof corners)[number]
