/** Goes up whenever an alignment of the same two photos could come out differently; kept with every alignment. */
export const algorithmVersion = 3
