import { downloadPath, pathsIn } from '@/lib/platform/i18n/paths';
import { lines, note, paragraph, text } from '@/lib/publication/reports/report';
import type { Inline, ReportBlock, ReportSection } from '@/lib/publication/reports/report';
import { siteAddress, typedLink } from '@/lib/publication/reports/setting';
import type { Setting } from '@/lib/publication/reports/setting';

/** The dataset, and the documents that its values rest on. */
export function sourcesSection(setting: Setting): ReportSection {
  const { content, words, locale } = setting;
  const { sources, release } = content;
  const dataset =
    release === null
      ? siteAddress(setting, pathsIn(locale).data)
      : siteAddress(setting, downloadPath('agreements.json', release));
  return {
    id: 'sources',
    title: words('reports.sources.title'),
    blocks: [
      ...(dataset ? [paragraph(words('reports.sources.dataset'), ' ', ...dataset)] : []),
      ...(release === null ? [] : [paragraph(words('reports.sources.release', { release }))]),
      ...(sources.length === 0
        ? [paragraph(words('reports.sources.none'))]
        : [note(words('reports.sources.lead')), tableOf(setting)]),
    ],
    sections: [],
  };
}

function tableOf({ content: { sources }, words }: Setting): ReportBlock {
  return {
    kind: 'table',
    caption: words('reports.sources.caption'),
    heads: [words('reports.sources.source'), words('reports.sources.kind'), words('reports.sources.rests')],
    widths: [58, 20, 22],
    rows: sources.map(({ title, author, publisher, year, link, archivedLink, kind, cells, agreements }) => [
      lines([
        [text(title)],
        ...[[author, publisher, year].filter((part) => part !== null).join(', ')].flatMap((about): Inline[][] =>
          about === '' ? [] : [[{ kind: 'text', text: about, muted: true }]],
        ),
        ...(link ? [[typedLink(link)]] : []),
        ...(archivedLink ? [[typedLink(archivedLink)]] : []),
      ]),
      [text(words(`sources.kinds.${kind}`))],
      [text(words('sources.count', { cells, agreements }))],
    ]),
  };
}
