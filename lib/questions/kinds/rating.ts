import { z } from 'zod';
import { twoDigits } from '@/lib/questions/answer-places';
import { NOT_APPLICABLE } from '@/lib/questions/question-key';
import { labelIn, options } from '@/lib/questions/value-kind';
import type { Option, PaperRow, SettingsOf, ValueKind, ValuePart } from '@/lib/questions/value-kind';
import { byName, group, isBlank, typedText } from '@/lib/questions/typed-fields';
import { link, optional } from '@/lib/platform/text/typed-text';
import type { Words } from '@/lib/platform/i18n/words';

const typedLevel = { level: typedText, evidence: typedText };
const typed = group({ ...typedLevel, rows: byName(group(typedLevel)) });
type Typed = z.infer<typeof typed>;

const rated = z.strictObject({ level: z.string(), evidence: z.string().optional() });
type Rated = z.infer<typeof rated>;
/** One level, or one for each row that was rated. */
export type Rating = Rated | { rows: Record<string, Rated> };

const settings = {
  levels: options(2, 11),
  notApplicable: z.boolean().optional(),
  rows: options(1, 30).optional(),
  everyRow: z.boolean().optional(),
  evidence: z.boolean().optional(),
};
type Settings = SettingsOf<typeof settings>;

const levelsOf = ({ levels, notApplicable }: Settings, words?: Words): Option[] => [
  ...levels,
  ...(notApplicable
    ? [{ key: NOT_APPLICABLE, label: words?.('questions.rating.notApplicable') ?? NOT_APPLICABLE }]
    : []),
];

function ratedSchema({ levels, notApplicable, evidence }: Settings) {
  const keys = [...levels.map(({ key }) => key), ...(notApplicable ? [NOT_APPLICABLE] : [])];
  return z.strictObject({
    level: z.enum(keys, {
      error: ({ input }) => (input === undefined || input === '' ? 'required' : 'unknown_choice'),
    }),
    ...(evidence && { evidence: optional(link) }),
  });
}

const sentLevel = ({ level, evidence }: { level: string; evidence: string }, asksEvidence: boolean | undefined) =>
  isBlank([level, asksEvidence ? evidence : '']) ? undefined : { level, ...(asksEvidence && { evidence }) };

/** A level of a labelled scale, once or for each of some rows, each with a link to its evidence where that is asked. */
export const rating: ValueKind<Typed, Rating, typeof settings> = {
  settings,
  settingFields: [
    { name: 'levels', type: 'list', label: 'Levels, from the lowest to the highest', min: 2, max: 11 },
    { name: 'notApplicable', type: 'flag', label: 'Also “Not applicable”, apart from the scale' },
    { name: 'rows', type: 'list', label: 'Rows, if several things are rated', min: 0, max: 30 },
    { name: 'everyRow', type: 'flag', label: 'If one row is rated, all must be' },
    { name: 'evidence', type: 'flag', label: 'A public link to evidence for each level' },
  ],
  typed,
  sent: ({ rows: typedRows, ...one }, { rows, evidence }) => {
    if (!rows) return sentLevel(one, evidence);
    const rated = rows.flatMap(({ key }) => {
      const row = Object.hasOwn(typedRows, key) ? typedRows[key] : undefined;
      const sent = row && sentLevel(row, evidence);
      return sent ? [[key, sent] as const] : [];
    });
    return rated.length === 0 ? undefined : { rows: Object.fromEntries(rated) };
  },
  // One of the two, by whether there are rows
  schema: (given) => {
    const rated = ratedSchema(given);
    if (!given.rows) return rated as z.ZodType<Rating>;
    const row = given.everyRow ? rated : rated.optional();
    return z
      .strictObject({ rows: z.strictObject(Object.fromEntries(given.rows.map(({ key }) => [key, row]))) })
      .refine(({ rows }) => Object.values(rows).some((one) => one !== undefined), 'required') as z.ZodType<Rating>;
  },
  shape: z
    .union([rated, z.strictObject({ rows: z.record(z.string(), rated) })])
    .describe(`A level by its key, or one for each row; “${NOT_APPLICABLE}” where the question allows it.`),
  fieldAt: (path) => (path.length === 2 && path[0] === 'rows' ? [...path.map(String), 'level'] : path.map(String)),
  labelOf: ([part, row, field], { rows = [] }, words) => {
    if (part !== 'rows') return part === 'evidence' ? words('questions.rating.evidence') : undefined;
    const label = labelIn(rows, row ?? '');
    return field === 'evidence' ? words('questions.rating.evidenceOf', { row: label }) : label;
  },
  prefill: (value) => {
    const one = value !== undefined && 'level' in value ? value : undefined;
    const rows = value !== undefined && 'rows' in value ? value.rows : {};
    return {
      level: one?.level ?? '',
      evidence: one?.evidence ?? '',
      rows: Object.fromEntries(
        Object.entries(rows).map(([key, { level, evidence = '' }]) => [key, { level, evidence }]),
      ),
    };
  },
  parts: (value, given, { words }) => {
    const levels = levelsOf(given, words);
    const said = ({ level, evidence }: Rated): ValuePart['values'] => [
      { text: labelIn(levels, level) },
      ...(evidence === undefined ? [] : [{ text: evidence, link: evidence }]),
    ];
    if (!('rows' in value)) return [{ values: said(value) }];
    return (given.rows ?? []).flatMap(({ key, label }) => {
      const rated = value.rows[key];
      return rated ? [{ label, values: said(rated) }] : [];
    });
  },
  compared: (value) => ('rows' in value ? Object.values(value.rows).map(({ level }) => level) : [value.level]),
  things: ({ rows = [] }) => rows.map(({ key, label }) => ({ value: key, label })),
  comparedOf: (value, thing) => {
    const rated = 'rows' in value && Object.hasOwn(value.rows, thing) ? value.rows[thing] : undefined;
    return rated ? [rated.level] : [];
  },
  comparable: (given, words) => levelsOf(given, words).map(({ key, label }) => ({ value: key, label })),
  columns: ({ rows, evidence }, words) => {
    const two = (name: string, title: string, rated: (value: Rating) => Rated | undefined) => [
      { name, title, cell: (value: Rating) => rated(value)?.level },
      ...(evidence
        ? [
            {
              name: name === '' ? 'evidence' : `${name}.evidence`,
              title:
                title === ''
                  ? words('questions.rating.evidence')
                  : words('questions.rating.evidenceOf', { row: title }),
              cell: (value: Rating) => rated(value)?.evidence,
            },
          ]
        : []),
    ];
    if (!rows) return two('', '', (value) => ('rows' in value ? undefined : value));
    return rows.flatMap(({ key, label }) =>
      two(key, label, (value) => ('rows' in value ? value.rows[key] : undefined)),
    );
  },
  paperRows: (given, { words, place }, label) => {
    const levels = levelsOf(given, words).map((one) => ({ value: one.key, label: one.label }));
    const row = (code: string, path: readonly string[], named: string): PaperRow => ({
      label: named,
      hints:
        code === '' || code === 'R01' ? [words('questions.paper.one'), ...levels.map((one) => `– ${one.label}`)] : [],
      answer: [place(code, { path: [...path, 'level'], control: { kind: 'one', options: levels }, label: named })],
      ...(given.evidence && {
        more: [
          place(code, {
            path: [...path, 'evidence'],
            control: { kind: 'link' },
            label: words('questions.rating.evidenceOf', { row: named }),
          }),
        ],
      }),
    });
    if (!given.rows) return [row('', [], label)];
    return given.rows.map(({ key, label: named }, at) => row(`R${twoDigits(at + 1)}`, ['rows', key], named));
  },
  minutes: ({ rows = [], evidence }) => {
    const count = Math.max(1, rows.length);
    return [count, count * (evidence ? 5 : 2)];
  },
};
