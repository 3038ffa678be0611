import { pathsIn } from '@/lib/platform/i18n/paths';
import { lines, note, paragraph, text } from '@/lib/publication/reports/report';
import type { Inline, ReportBlock, ReportSection } from '@/lib/publication/reports/report';
import { contributionLink, sitePage } from '@/lib/publication/reports/setting';
import type { Setting } from '@/lib/publication/reports/setting';
import type { PublicContribution } from '@/lib/publication/contributions/schema';

type Running = { contribution: PublicContribution; project: PublicContribution['projects'][number] };

/** The projects by the norm or element that they put into practice, in the order of the criteria. */
export function projectsSection(setting: Setting): ReportSection {
  const { content, words } = setting;
  const running = content.contributions.flatMap((contribution) =>
    contribution.projects.map((project): Running => ({ contribution, project })),
  );
  const criteria = content.sets.flatMap((set) => set.criteria);
  const blocks = [
    ...criteria.flatMap(({ key, title }) =>
      tableOf(
        running.filter(({ project }) => project.criteria.some((one) => one.key === key)),
        title,
        setting,
      ),
    ),
    ...tableOf(
      running.filter(({ project }) => project.criteria.length === 0),
      words('reports.projects.unassigned'),
      setting,
    ),
  ];
  return {
    id: 'projects',
    title: words('reports.projects.title'),
    blocks:
      running.length === 0
        ? [paragraph(words('reports.projects.none'))]
        : [note(words('reports.projects.lead')), ...blocks],
    sections: [],
  };
}

function tableOf(running: readonly Running[], criterion: string, setting: Setting): ReportBlock[] {
  const { words } = setting;
  if (running.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: words('reports.projects.caption', { criterion }),
      heads: [
        words('reports.projects.project'),
        words('reports.projects.contributor'),
        words('reports.projects.agreements'),
      ],
      widths: [40, 32, 28],
      rows: running.map(({ contribution, project }) => [
        [text(project.title)],
        contributionLink(contribution),
        agreementsOf(project, setting),
      ]),
    },
  ];
}

export function agreementsOf({ agreements }: Pick<Running['project'], 'agreements'>, setting: Setting): Inline[] {
  if (agreements.length === 0) return [{ kind: 'text', text: setting.words('reports.projects.nothing'), muted: true }];
  const paths = pathsIn(setting.locale);
  return lines(agreements.map(({ slug, shortName }) => [sitePage(setting, paths.agreement(slug), shortName)]));
}
