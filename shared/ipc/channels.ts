/** Names of the channels between window and main; nothing else crosses. They stand alone so that the preload stays small. */
export const channels = {
  request: 'stipple:request',
  offerFiles: 'stipple:offer-files',
  announce: 'stipple:announce',
} as const
