import type { Locale } from '@/lib/platform/i18n/routing';
import type { Words } from '@/lib/platform/i18n/words';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import type { ReportContent } from './content';
import { proseBlocks } from './prose';
import { text } from './report';
import type { Report, ReportFact, ReportSection } from './report';
import { callSection, methodSection } from './sections/call';
import { contributionsSection } from './sections/contributions';
import { decisionsSection } from './sections/decisions';
import { figuresSection } from './sections/figures';
import { matrixSection } from './sections/matrix';
import { projectsSection } from './sections/projects';
import { signatoriesSection } from './sections/signatories';
import { sourcesSection } from './sections/sources';
import { whoSection } from './sections/who';
import { isPublished, siteAddress } from './setting';
import type { Setting } from './setting';
import { reportCounts } from './synthesis/counts';
import { resolved } from './synthesis/placeholders';
import type { Synthesis } from './synthesis/schema';

type ReportInput = {
  content: ReportContent;
  words: Words;
  locale: Locale;
  /** Its number among the published reports of the call; null for a preview. */
  edition: number | null;
  /** What the editors wrote. */
  synthesis?: Synthesis;
};

/**
 * The report of a call. The same content, language and edition give the same tree. Its longest part, the contributions
 * in full, leaves a server time for others between two of them.
 */
export async function reportTree({ content, words, locale, edition, synthesis = [] }: ReportInput): Promise<Report> {
  const setting: Setting = { content, words, locale };
  const { call, readAt } = content;
  return {
    locale,
    site: siteSettings().forumName,
    title: words('reports.title', { call: call.title }),
    call: call.slug,
    edition,
    madeAt: readAt,
    facts: factsOf(setting, edition),
    sections: [
      ...(synthesis.length > 0 ? [synthesisSection(synthesis, setting)] : []),
      callSection(setting),
      methodSection(setting, synthesis.length > 0),
      whoSection(setting),
      signatoriesSection(setting),
      projectsSection(setting),
      decisionsSection(setting),
      matrixSection(setting),
      figuresSection(setting),
      await contributionsSection(setting),
      sourcesSection(setting),
    ],
  };
}

/** The editors' own words, with citations as links and counts as numbers. */
function synthesisSection(synthesis: Synthesis, setting: Setting): ReportSection {
  const { content, words } = setting;
  const known = {
    references: new Set(content.contributions.map(({ reference }) => reference)),
    counts: new Map(reportCounts(setting).map(({ name, says }) => [name, says])),
  };
  return {
    id: 'synthesis',
    title: words('reports.synthesis.title'),
    blocks: [],
    sections: synthesis.map(({ title, text: written }, at) => ({
      id: `synthesis-${at + 1}`,
      title,
      blocks: resolved(proseBlocks(written), known),
      sections: [],
    })),
  };
}

function factsOf(setting: Setting, edition: number | null): ReportFact[] {
  const { content, words, locale } = setting;
  const { call, contributions, readAt } = content;
  const published = contributions.filter(isPublished).length;
  const date = sayMoment(readAt, locale);
  const address = edition === null ? null : siteAddress(setting, pathsIn(locale).callReport(call.slug, edition));
  return [
    {
      term: words('reports.facts.edition'),
      content: [
        text(
          edition === null
            ? words('reports.facts.preview', { date })
            : words('reports.facts.editionValue', { edition, date }),
        ),
      ],
    },
    {
      term: words('reports.facts.contributions'),
      content: [text(words('reports.contributionCount', { published, gone: contributions.length - published }))],
    },
    ...(address ? [{ term: words('reports.facts.address'), content: address }] : []),
    { term: words('reports.facts.licence'), content: [text(siteSettings().licenceName)] },
  ];
}
