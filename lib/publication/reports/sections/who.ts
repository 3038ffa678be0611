import { countryName } from '@/lib/contributions/documents/attributed';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { sayDay, sayVersionDay } from '@/lib/platform/i18n/dates';
import type { Words } from '@/lib/platform/i18n/words';
import { contributionDivisions } from '@/lib/publication/contributions/facets';
import type { PublicContribution } from '@/lib/publication/contributions/schema';
import { choose } from '@/lib/publication/selection';
import { note, paragraph, text } from '@/lib/publication/reports/report';
import type { ReportBlock, ReportSection } from '@/lib/publication/reports/report';
import { authorNamed, isPublished } from '@/lib/publication/reports/setting';
import type { Setting } from '@/lib/publication/reports/setting';

/** Who answered by group and country, with small groups left out, and the list of all contributions. */
export function whoSection(setting: Setting): ReportSection {
  const { content, words } = setting;
  const published = content.contributions.filter(isPublished);
  return {
    id: 'who',
    title: words('reports.who.title'),
    blocks:
      published.length === 0
        ? [paragraph(words('reports.who.none'))]
        : [
            paragraph(words('reports.who.lead', { count: published.length })),
            ...countBlocks(published, 'group', setting),
            ...countBlocks(published, 'country', setting),
          ],
    sections: content.contributions.length === 0 ? [] : [listSection(setting)],
  };
}

/** The name of a stakeholder group. */
export function groupName(group: string, words: Words): string {
  const known = STAKEHOLDER_GROUPS.find((one) => one === group);
  return known ? words(`contributions.groups.${known}`) : group;
}

function countBlocks(
  published: readonly PublicContribution[],
  by: 'group' | 'country',
  { words, locale }: Setting,
): ReportBlock[] {
  const { choices, others } = choose(published, contributionDivisions, {});
  const counted = choices.get(by) ?? [];
  if (counted.length === 0) return [note(words(by === 'group' ? 'reports.who.tooFew' : 'reports.who.tooFewCountries'))];
  const other = others.get(by) ?? 0;
  const rows = [
    ...counted.map(({ value, count }) => ({
      name: by === 'group' ? groupName(value, words) : countryName(value, locale),
      count,
    })),
    ...(other > 0 ? [{ name: words('reports.who.others'), count: other }] : []),
  ];
  return [
    {
      kind: 'table',
      caption: words(by === 'group' ? 'reports.who.groups' : 'reports.who.countries'),
      heads: [words(`reports.who.${by}`), words('reports.who.count')],
      widths: [70, 30],
      rows: rows.map(({ name, count }) => [[text(name)], [text(String(count))]]),
    },
  ];
}

function listSection({ content, words, locale }: Setting): ReportSection {
  const stateOf = ({ status, attribution }: PublicContribution) => {
    if (status === 'withdrawn') return words('reports.contributions.withdrawn');
    if (status === 'unpublished') return words('reports.contributions.unpublished');
    return (
      authorNamed(attribution) ?? words(attribution?.anonymous ? 'contributions.anonymous' : 'contributions.unnamed')
    );
  };
  return {
    id: 'list',
    title: words('reports.who.listTitle'),
    blocks: [
      {
        kind: 'table',
        caption: words('reports.who.list'),
        heads: [words('reports.who.reference'), words('reports.who.author'), words('reports.who.stands')],
        widths: [24, 50, 26],
        rows: content.contributions.map((one) => [
          [{ kind: 'reference', text: one.reference, section: one.reference }],
          [text(stateOf(one))],
          [text(one.summaryOf === null ? sayDay(one.submittedAt, locale) : sayVersionDay(one.submittedAt, locale))],
        ]),
      },
    ],
    sections: [],
  };
}
