/** What people may have written in: ISO 639-1. Names come from the reader's language (`Intl.DisplayNames`). */
export const LANGUAGES = (
  'aa ab af ak am ar as ay az ba be bg bh bi bm bn bo br bs ca co cs cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu ha he hi ho hr ht hu hy ' +
  'id ig is it iu ja jv ka kg ki kk kl km kn ko kr ks ku ky la lb lg ln lo lt lu lv mg mi mk ml mn mr ms mt my na nb nd ne nl nn no nr ny oc om or os pa pl ps pt qu ' +
  'rm rn ro ru rw sa sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi wo xh yi yo zh zu'
).split(' ');

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export const directionOfLanguage = (language: string): 'rtl' | 'ltr' => (RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr');

/**
 * The attributes of a text in a language of its own; none if the language is unknown: the text's letters then decide
 * the direction.
 */
export function inLanguageOf(language: string | null | undefined): { lang?: string; dir?: 'rtl' | 'ltr' } {
  return language ? { lang: language, dir: directionOfLanguage(language) } : {};
}
