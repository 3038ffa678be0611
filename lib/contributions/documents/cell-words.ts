import type { CellContent } from '@/lib/agreements/schema';
import { isFactField } from '@/lib/agreements/schema';
import { asTyped, storedFacts } from '@/lib/agreements/stored-values';
import { ASSESSMENT_VALUES, BINDING_NATURES, SPACES } from '@/lib/agreements/constants';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import { piece } from './paper';
import type { Piece } from './paper';
import type { PaperWords } from './words';

/** A cell on paper: its value, and below it what that rests on. */
export function cellPieces(
  cell: string,
  { value, note, source }: CellContent,
  words: PaperWords,
  locale: string,
): Piece[] {
  return [
    ...valuePieces(cell, value, words, locale),
    ...(note ? [piece(words('sharing.paper.note', { note }), 'muted')] : []),
    ...(source ? [piece(words('sharing.paper.source', { source }), 'muted')] : []),
  ];
}

/** A value in words; one that its schema refuses is said as it was typed. */
function valuePieces(cell: string, value: CellContent['value'], words: PaperWords, locale: string): Piece[] {
  if (!isFactField(cell)) {
    const known = ASSESSMENT_VALUES.find((one) => one === value);
    return [piece(known ? words(`common.values.${known}`) : asTyped(value))];
  }
  switch (cell) {
    case 'launchDate':
      return [piece(sayPartialDate(asTyped(value), locale))];
    case 'space': {
      const known = SPACES.find((one) => one === value);
      return [piece(known ? words(`common.spaces.${known}`) : asTyped(value))];
    }
    case 'bindingNature': {
      const known = BINDING_NATURES.find((one) => one === value);
      return [piece(known ? words(`common.bindingNatures.${known}`) : asTyped(value))];
    }
    case 'link':
      return [piece(asTyped(value), 'link')];
    case 'uniqueElements':
      return Array.isArray(value) ? value.map((element) => piece(`– ${asTyped(element)}`)) : [piece(asTyped(value))];
    case 'signatories':
      return signatoriesPieces(value, words, locale);
    default:
      return [piece(asTyped(value))];
  }
}

function signatoriesPieces(value: CellContent['value'], words: PaperWords, locale: string): Piece[] {
  const parsed = storedFacts.signatories.safeParse(value);
  if (!parsed.success) return [piece(asTyped(value))];
  const { count, unit, asOf, list = [], link } = parsed.data;
  const amount =
    count === undefined
      ? (unit ?? '')
      : unit
        ? words('sharing.paper.signatoriesValue.count', { count, unit })
        : words('sharing.paper.signatoriesValue.noUnit', { count });
  const date = asOf && sayPartialDate(asOf, locale);
  const dated =
    amount && date
      ? words('sharing.paper.signatoriesValue.asOf', { what: amount, date })
      : date && words('sharing.paper.signatoriesValue.dateOnly', { date });
  const said = dated || amount;
  return [
    ...(said ? [piece(said)] : []),
    ...(link ? [piece(link, 'link')] : []),
    ...(list.length > 0 ? [piece(list.join('; '))] : []),
  ];
}
