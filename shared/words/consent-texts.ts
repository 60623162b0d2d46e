import type { Language } from './translate.ts'

/** What a consent says until the studio writes it in its own words: a suggestion in the language of whoever signs it. */
export const suggestedScopes: Readonly<Record<Language, string>> = {
  en: [
    'I agree that photos of my scalp micropigmentation, taken before, during and after the treatment, are shown where it is ticked. They may be cut and set beside each other; they are not retouched. My name is not given.',
    'I consent of my own free will. I can withdraw at any time, without giving a reason and without any disadvantage. The studio then takes down what it has published itself; what others have copied by then may stay beyond its reach.',
  ].join('\n\n'),
  de: [
    'Ich bin einverstanden, dass Fotos meiner Haarpigmentierung, aufgenommen vor, während und nach der Behandlung, dort gezeigt werden, wo angekreuzt ist. Sie dürfen zugeschnitten und nebeneinandergestellt werden; retuschiert werden sie nicht. Mein Name wird nicht genannt.',
    'Meine Einwilligung ist freiwillig. Ich kann sie jederzeit ohne Angabe von Gründen und ohne Nachteil widerrufen. Das Studio entfernt dann, was es selbst veröffentlicht hat; was andere bis dahin kopiert haben, kann sich seinem Einfluss entziehen.',
  ].join('\n\n'),
}
