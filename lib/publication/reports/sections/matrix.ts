import { cellLabel } from '@/lib/agreements/facts/words';
import { groupBy } from '@/lib/platform/group-by';
import { sayDay } from '@/lib/platform/i18n/dates';
import { isSameJson } from '@/lib/platform/json';
import { isAssessedOn, shownAssessmentOf } from '@/lib/publication/assessments';
import { isUnchanged, releaseChanges } from '@/lib/publication/releases/changes';
import type { PublicAgreement, PublicCriterionSet, PublicReleaseChanges } from '@/lib/publication/schema';
import { note, paragraph, strong, text } from '@/lib/publication/reports/report';
import type { Inline, ReportBlock, ReportSection, ReportTable } from '@/lib/publication/reports/report';
import { cellInline } from '@/lib/publication/reports/setting';
import type { Setting } from '@/lib/publication/reports/setting';

/** As many columns as fit beside each other on a page of paper. */
const MAX_COLUMNS = 10;

/** Each set as a table of agreements and criteria, before the call and now, and what changed in between. */
export function matrixSection(setting: Setting): ReportSection {
  const { content, words, locale } = setting;
  const date = content.beforeAt === null ? null : sayDay(content.beforeAt, locale);
  return {
    id: 'matrix',
    title: words('reports.matrix.title'),
    blocks: [
      note(date === null ? words('reports.matrix.leadUndated') : words('reports.matrix.lead', { before: date })),
    ],
    sections: [
      ...content.sets.map((set) => setSection(set, date, setting)),
      ...(date === null ? [] : [changesSection(date, setting)]),
    ],
  };
}

function setSection(set: PublicCriterionSet, date: string | null, setting: Setting): ReportSection {
  const { content, words } = setting;
  const now = assessedOn(content.after, set);
  const before = assessedOn(content.before, set);
  const caption = words('reports.matrix.after', { set: set.title });
  const isSame = isSameJson(valuesIn(before, set), valuesIn(now, set));
  const earlier = new Map(before.map((agreement) => [agreement.slug, agreement]));
  const isChanged = (agreement: PublicAgreement, key: string) => {
    const was = earlier.get(agreement.slug);
    return (was ? shownAssessmentOf(was, key) : 'not_assessed') !== shownAssessmentOf(agreement, key);
  };
  return {
    id: `matrix-${set.slug}`,
    title: set.title,
    blocks:
      now.length + before.length === 0
        ? [paragraph(words('reports.matrix.empty'))]
        : [
            keyOf(set, setting),
            note(words('reports.matrix.notAssessed')),
            ...(date === null || isSame
              ? []
              : tablesOf(set, before, words('reports.matrix.before', { set: set.title, date }), setting)),
            ...tablesOf(set, now, caption, setting, date === null || isSame ? undefined : isChanged),
            ...(date !== null && isSame ? [note(words('reports.matrix.same', { before: date }))] : []),
          ],
    sections: [],
  };
}

const assessedOn = (agreements: readonly PublicAgreement[], set: PublicCriterionSet) =>
  agreements
    .filter((agreement) => isAssessedOn(agreement, set))
    .toSorted((one, other) => one.shortName.localeCompare(other.shortName, 'en'));

const valuesIn = (agreements: readonly PublicAgreement[], { criteria }: PublicCriterionSet) =>
  agreements.map((agreement) => [agreement.slug, ...criteria.map(({ key }) => shownAssessmentOf(agreement, key))]);

/** The letter of a criterion in its source, or its number in the set, heads its column. */
const columnOf = (set: PublicCriterionSet, at: number): string => set.criteria[at]?.letter ?? String(at + 1);

function keyOf(set: PublicCriterionSet, { words }: Setting): ReportBlock {
  return {
    kind: 'facts',
    facts: [
      ...set.criteria.map(({ title }, at) => ({
        term: at === 0 ? `${words('reports.matrix.key')} ${columnOf(set, at)}` : columnOf(set, at),
        content: [text(title)],
      })),
    ],
  };
}

function tablesOf(
  set: PublicCriterionSet,
  agreements: readonly PublicAgreement[],
  caption: string,
  { words }: Setting,
  isChanged: (agreement: PublicAgreement, key: string) => boolean = () => false,
): ReportTable[] {
  const parts = Math.ceil(set.criteria.length / MAX_COLUMNS);
  const valueOf = (agreement: PublicAgreement, key: string): Inline[] => {
    const word = words(`reports.matrix.values.${shownAssessmentOf(agreement, key)}`);
    return [isChanged(agreement, key) ? strong(word) : text(word)];
  };
  return Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part * MAX_COLUMNS, (part + 1) * MAX_COLUMNS];
    const criteria = set.criteria.slice(from, to);
    return {
      kind: 'table',
      caption: parts === 1 ? caption : words('reports.matrix.part', { caption, part: part + 1, parts }),
      heads: [words('reports.matrix.agreement'), ...criteria.map((_one, at) => columnOf(set, from + at))],
      widths: [NAME_WIDTH, ...criteria.map(() => (100 - NAME_WIDTH) / criteria.length)],
      rows: agreements.map((agreement) => [
        [text(agreement.shortName)],
        ...criteria.map(({ key }) => valueOf(agreement, key)),
      ]),
    };
  });
}
const NAME_WIDTH = 24;

function changesSection(date: string, setting: Setting): ReportSection {
  const { content, words } = setting;
  const changes = releaseChanges(content.before, content.after);
  return {
    id: 'matrix-changes',
    title: words('reports.matrix.changes'),
    blocks: isUnchanged(changes)
      ? [paragraph(words('reports.matrix.none', { before: date }))]
      : [
          ...namesOf(changes.added, words('reports.matrix.added')),
          ...namesOf(changes.removed, words('reports.matrix.removed')),
          ...changedTables(changes, setting),
        ],
    sections: [],
  };
}

const namesOf = (agreements: PublicReleaseChanges['added'], term: string): ReportBlock[] =>
  agreements.length === 0
    ? []
    : [{ kind: 'facts', facts: [{ term, content: [text(agreements.map(({ name }) => name).join(', '))] }] }];

/** By agreement, so that no row has to repeat its name. */
function changedTables({ cells }: PublicReleaseChanges, setting: Setting): ReportTable[] {
  const { content, words, locale } = setting;
  const side = (cell: string, value: (typeof cells)[number]['before']): Inline[] =>
    value === null ? [text(words('reports.matrix.nothing'))] : cellInline(cell, value, setting);
  return [...groupBy(cells, ({ agreement }) => agreement)].map(([agreement, of]) => ({
    kind: 'table',
    caption: words('reports.matrix.changed', { agreement: content.names.agreements[agreement] ?? agreement }),
    heads: [words('reports.matrix.point'), words('reports.matrix.was'), words('reports.matrix.is')],
    widths: [24, 38, 38],
    rows: of.map(({ cell, before, after }) => [
      [text(cellLabel(cell, locale, content.names))],
      side(cell, before),
      side(cell, after),
    ]),
  }));
}
