import type { useTranslations } from 'next-intl';
import { PARTIES_PARTS } from '@/lib/agreements/facts/fact';
import { isPartiesField } from '@/lib/agreements/facts/registry';

type Words<Namespace extends 'contribute.form' | 'errors' | 'common'> = ReturnType<typeof useTranslations<Namespace>>;

/** The sentence for a fault: a code, with its limit after a colon where it has one. An unknown code is said in general. */
export function sentenceOf(t: Words<'errors'>, message: string): string {
  const [code = '', max] = message.split(':');
  const limit = `limits.${code}`;
  if (max !== undefined && isKey(t, limit)) return t(limit as 'limits.too_long', { max: Number(max) });
  const sentence = `codes.${code}`;
  return isKey(t, sentence) ? t(sentence as 'codes.invalid') : t('codes.invalid');
}

// The codes come from the schemas; that each has a sentence is tested, and asked here.
const isKey = (t: Words<'errors'>, key: string) => t.has(key as 'codes.invalid');

/** What the things are called that names of fields refer to: agreements by slug, cells by key. */
export type Names = Record<string, string>;

/** What a field is called in a sentence of its own, with the row or cell it belongs to. */
export function fieldLabel(t: Words<'contribute.form'>, names: Names, name: string): string {
  const [group = '', at = '', field = ''] = name.split('.');
  if (isPartiesField(group))
    return t('labels.cell', { cell: names[group] ?? group, part: t(`proposal.parties.${partiesPart(at)}`) });
  switch (group) {
    case 'text':
      return t('answer.label');
    case 'agreements':
      return t('signatory.agreements');
    case 'notes':
      return t('signatory.note', { agreement: names[at] ?? at });
    case 'others':
      return inRow(
        t,
        t('signatory.other', { number: Number(at) + 1 }),
        field === 'note' ? t('signatory.otherNote') : t('signatory.name'),
      );
    case 'projects':
      return field === ''
        ? t('check')
        : inRow(t, t('projects.project', { number: Number(at) + 1 }), t(`projects.${projectField(field)}`));
    case 'cells':
      return at === '' ? t('proposal.proposed') : cellLabel(t, names[at] ?? at, field);
    case 'comment':
      return t('proposal.comment');
    default:
      return aboutLabel(t, group);
  }
}

/** The value is what a cell is about: only its note and source are named beside it. */
const cellLabel = (t: Words<'contribute.form'>, cell: string, field: string) =>
  field === 'note' || field === 'source' ? t('labels.cell', { cell, part: t(`proposal.${field}`) }) : cell;

const inRow = (t: Words<'contribute.form'>, row: string, field: string) => t('labels.row', { row, field });

const oneOf =
  <const Known extends string>(known: readonly Known[], fallback: NoInfer<Known>) =>
  (name: string): Known =>
    known.find((one) => one === name) ?? fallback;
const projectField = oneOf(['title', 'description', 'link', 'agreements', 'criteria'], 'title');
const partiesPart = oneOf(PARTIES_PARTS, 'count');
const aboutField = oneOf(
  ['attribution', 'name', 'affiliation', 'email', 'country', 'stakeholderGroup', 'language', 'show'],
  'name',
);

const aboutLabel = (t: Words<'contribute.form'>, group: string) => t(`about.${aboutField(group)}`);
