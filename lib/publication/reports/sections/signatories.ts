import { groupBy } from '@/lib/platform/group-by';
import { foldText } from '@/lib/platform/text/fold-text';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicContribution } from '@/lib/publication/contributions/schema';
import { lines, note, paragraph, text } from '@/lib/publication/reports/report';
import type { Inline, ReportBlock, ReportSection } from '@/lib/publication/reports/report';
import { authorNamed, contributionLink, sitePage } from '@/lib/publication/reports/setting';
import type { Setting } from '@/lib/publication/reports/setting';

type Signing = { contribution: PublicContribution; entry: PublicContribution['signatories'][number] };

/**
 * Who states that they have signed which agreement: contributors by name, of unnamed ones only how many, as on the page
 * of an agreement. Several entries of one contribution are one statement.
 */
export function signatoriesSection(setting: Setting): ReportSection {
  const { content, words } = setting;
  const signing = content.contributions.flatMap((contribution) =>
    contribution.signatories.map((entry): Signing => ({ contribution, entry })),
  );
  const listed = signing.filter(({ entry }) => entry.agreement !== null);
  const others = signing.filter(({ entry }) => entry.agreement === null && foldText(entry.name ?? '') !== '');
  return {
    id: 'signatories',
    title: words('reports.signatories.title'),
    blocks:
      signing.length === 0
        ? [paragraph(words('reports.signatories.none'))]
        : [note(words('reports.signatories.lead')), ...listedTable(listed, setting), ...otherTable(others, setting)],
    sections: [],
  };
}

function listedTable(signing: readonly Signing[], setting: Setting): ReportBlock[] {
  const { words, locale } = setting;
  const rows = [...groupBy(signing, ({ entry }) => entry.agreement?.slug ?? '')]
    .map(([slug, of]) => ({ slug, name: of[0]?.entry.agreement?.name ?? slug, of }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
    .map(({ slug, name, of }) => [
      [sitePage(setting, pathsIn(locale).agreement(slug), name)],
      contributorsOf(of, setting),
    ]);
  return tableOf(rows, words('reports.signatories.caption'), words('reports.signatories.agreement'), setting);
}

function otherTable(signing: readonly Signing[], setting: Setting): ReportBlock[] {
  const { words } = setting;
  const rows = [...groupBy(signing, ({ entry }) => foldText(entry.name ?? '')).values()]
    .map((of) => ({ name: of[0]?.entry.name ?? '', of }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
    .map(({ name, of }) => [[text(name)], contributorsOf(of, setting)]);
  return tableOf(rows, words('reports.signatories.otherCaption'), words('reports.signatories.other'), setting);
}

function tableOf(rows: Inline[][][], caption: string, head: string, { words }: Setting): ReportBlock[] {
  if (rows.length === 0) return [];
  const heads = [head, words('reports.signatories.contributors')];
  return [{ kind: 'table', caption, heads, widths: [42, 58], rows }];
}

function contributorsOf(signing: readonly Signing[], { words }: Setting): Inline[] {
  const said = [...new Map(signing.map(({ contribution }) => [contribution.reference, contribution])).values()];
  const named = said.filter(({ attribution }) => authorNamed(attribution) !== null);
  const unnamed = said.length - named.length;
  return lines([
    ...named.map(contributionLink),
    ...(unnamed > 0 ? [[text(words('reports.signatories.unnamed', { count: unnamed }))]] : []),
  ]);
}
