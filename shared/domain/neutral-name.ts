/** True when a file's name holds none of the words of a client's name. */
export function isNeutralName(fileName: string, clientName: string): boolean {
  const held = new Set(wordsOf(fileName.replace(/\.[a-z0-9]{1,5}$/i, '')))
  return !wordsOf(clientName).some((word) => word.length > 1 && held.has(word))
}

/** The words of a text as they are compared: without case and accents, "ü" and "ue" alike, parted by anything that is no letter. */
function wordsOf(text: string): string[] {
  const unaccented = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const plain = unaccented.replace(/ß/g, 'ss').replace(/([aou])e/g, '$1')
  return plain.split(/\P{L}+/u).filter((word) => word !== '')
}
