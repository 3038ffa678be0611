import { directionOfLanguage } from '@/lib/platform/i18n/languages';
import { CHART_COLOURS, chartSvg } from './chart';
import type {
  Inline,
  Report,
  ReportBlock,
  ReportChart,
  ReportFact,
  ReportItem,
  ReportSection,
  ReportTable,
} from './report';

/**
 * The parts of a page that show a report: every text escaped, headings from `level` downwards, no script and no style.
 * Classes are those of the site's tables; `report.css` of the public page has the rest.
 */
export function htmlSections({ sections }: Pick<Report, 'sections'>, level = 2): string {
  const tables = { count: 0, top: level };
  return sections.map((section) => sectionHtml(section, level, tables)).join('\n');
}

/** What is said of the report itself, as a list of terms. */
export const htmlFacts = ({ facts }: Pick<Report, 'facts'>): string => factsHtml(facts);

/** A page of its own that loads nothing: the report as a file. */
export function htmlReport(report: Report): string {
  const { locale, title, site } = report;
  const contents = report.sections
    .map((section) => `<li><a href="#${attribute(section.id)}">${escaped(section.title)}</a></li>`)
    .join('');
  return `<!doctype html>
<html lang="${attribute(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><p>${escaped(site)}</p><h1>${escaped(title)}</h1>${factsHtml(report.facts)}</header>
<nav><ul>${contents}</ul></nav>
<main>
${htmlSections(report)}
</main>
</body>
</html>
`;
}

/** How many tables there are so far, and the level of the headings of the report's parts. */
type Tables = { count: number; top: number };
const DEEPEST = 6;

function sectionHtml({ id, title, language, blocks, sections }: ReportSection, level: number, tables: Tables): string {
  const tag = `h${Math.min(DEEPEST, level)}`;
  const name = attribute(id);
  // A landmark needs a name that no other has: only the parts of the report are ones.
  const labelled = level === tables.top ? ` aria-labelledby="${name}"` : '';
  return `<section${labelled}>
<${tag} id="${name}" dir="auto"${languageOf(language)}>${escaped(title)}</${tag}>
${blocksHtml(blocks, level, tables)}
${sections.map((section) => sectionHtml(section, level + 1, tables)).join('\n')}
</section>`;
}

const blocksHtml = (blocks: readonly ReportBlock[], level: number, tables: Tables): string =>
  blocks.map((block) => blockHtml(block, level, tables)).join('\n');

function blockHtml(block: ReportBlock, level: number, tables: Tables): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p dir="auto">${inline(block.content)}</p>`;
    case 'note':
      return `<p class="report-note">${inline(block.content)}</p>`;
    case 'heading': {
      const tag = `h${Math.min(DEEPEST, level + block.depth)}`;
      return `<${tag} dir="auto">${inline(block.content)}</${tag}>`;
    }
    case 'list':
      return listHtml(block.items, level, tables);
    case 'quotation':
      return `<blockquote>${blocksHtml(block.blocks, level, tables)}</blockquote>`;
    case 'code':
      return `<pre dir="ltr">${escaped(block.text)}</pre>`;
    case 'facts':
      return factsHtml(block.facts);
    case 'table':
      return tableHtml(block, tables);
    case 'chart':
      return chartHtml(block);
    case 'words':
      return `<div class="report-words"${languageOf(block.language)}>${blocksHtml(block.blocks, level, tables)}</div>`;
  }
}

const languageOf = (language: string | null | undefined) =>
  language ? ` lang="${attribute(language)}" dir="${directionOfLanguage(language)}"` : '';

const factsHtml = (facts: readonly ReportFact[]): string =>
  `<dl class="report-facts">${facts
    .map(({ term, content }) => `<div><dt>${escaped(term)}</dt><dd dir="auto">${inline(content)}</dd></div>`)
    .join('')}</dl>`;

/** Numbers stand as they were typed, whichever they are. */
function listHtml(items: readonly ReportItem[], level: number, tables: Tables): string {
  const isNumbered = items.some(({ mark }) => mark !== null);
  const entries = items.map(({ mark, blocks }) => {
    const typed = mark === null ? '' : ` value="${Number.parseInt(mark, 10)}"`;
    return `<li dir="auto"${typed}>${blocksHtml(blocks, level, tables)}</li>`;
  });
  return isNumbered ? `<ol>${entries.join('')}</ol>` : `<ul>${entries.join('')}</ul>`;
}

/** Tables with more columns scroll sideways on a narrow screen; in the others each row becomes a block. */
const MAX_STACKED = 5;

function tableHtml({ caption, heads, widths, rows }: ReportTable, tables: Tables): string {
  tables.count += 1;
  const id = `report-table-${tables.count}`;
  const isStacked = heads.length <= MAX_STACKED;
  const head = heads
    .map((words, at) => `<th scope="col" role="columnheader" style="width:${widths[at] ?? 0}%">${escaped(words)}</th>`)
    .join('');
  const body = rows.map(
    (cells) => `<tr role="row">${cells.map((cell, at) => cellHtml(cell, at, heads)).join('')}</tr>`,
  );
  const table = `<table role="table" class="table${isStacked ? ' table-stacked' : ''}"><caption id="${id}" dir="auto">${escaped(caption)}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${body.join('\n')}</tbody></table>`;
  return isStacked
    ? table
    : `<div role="region" aria-labelledby="${id}" tabindex="0" class="report-scroll">${table}</div>`;
}

/** Twice, as all drawings of the site: for a wide page, and for a phone; the style shows one of them. */
const chartHtml = (chart: ReportChart): string =>
  `<figure class="report-chart"><figcaption dir="auto">${escaped(chart.title)}</figcaption>${(
    ['wide', 'narrow'] as const
  )
    .map((size) => `<div class="figure-${size}">${chartSvg(chart, size)}</div>`)
    .join('')}</figure>`;

function cellHtml(cell: readonly Inline[], at: number, heads: readonly string[]): string {
  if (at === 0) return `<th scope="row" role="rowheader" dir="auto">${inline(cell)}</th>`;
  const label = `<span aria-hidden="true" class="cell-label">${escaped(heads[at] ?? '')}</span>`;
  return `<td role="cell" dir="auto">${cell.length === 0 ? '' : label}${inline(cell)}</td>`;
}

function inline(content: readonly Inline[]): string {
  return content
    .map((part) => {
      switch (part.kind) {
        case 'break':
          // The line end keeps the words apart where only the text is read.
          return '<br>\n';
        case 'link':
          return isWebAddress(part.address)
            ? `<a class="link" rel="nofollow noopener" href="${escaped(part.address)}">${escaped(part.text)}</a>`
            : escaped(part.text);
        case 'reference':
          return `<a class="link" href="#${attribute(part.section)}">${escaped(part.text)}</a>`;
        case 'text':
          return textHtml(part);
      }
    })
    .join('');
}

function textHtml({ text, strong, emphasis, struck, code, muted }: Extract<Inline, { kind: 'text' }>): string {
  const tags = [strong && 'strong', emphasis && 'em', struck && 'del', code && 'code'].filter(
    (tag) => typeof tag === 'string',
  );
  const words = muted ? `<span class="text-muted">${escaped(text)}</span>` : escaped(text);
  return tags.reduce((inner, tag) => `<${tag}>${inner}</${tag}>`, words);
}

const isWebAddress = (address: string) => /^https?:\/\//i.test(address) && URL.canParse(address);

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** An id or a language: whatever is not part of one becomes a hyphen. */
const attribute = (text: string): string => text.replace(/[^\w.-]/g, '-');

const STYLE = `
:root{color-scheme:light dark;--paper:#fbf9f4;--ink:#1d1c1a;--muted:#5b574f;--rule:#dcd6c9;--wash:#f1eee6;--accent:#173f6b;${CHART_COLOURS.light}}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#ebe7de;--muted:#aca89e;--rule:#33383f;--wash:#1d2126;--accent:#9dc3ef;${CHART_COLOURS.dark}}}
body{margin:0 auto;max-width:60rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2,h3{font-family:Georgia,serif;font-weight:400;line-height:1.2}
h2{border-top:1px solid var(--rule);padding-top:1.5rem;margin-top:3rem}
p,li,dd{max-width:44rem}
a{color:var(--accent)}
dt{font-weight:600}
dl div{margin-block:.35rem}
dd{margin:0}
blockquote{margin-inline:0;border-inline-start:2px solid var(--rule);padding-inline-start:1em}
pre{white-space:pre-wrap;background:var(--wash);padding:.6em .8em}
.report-note,.text-muted{color:var(--muted)}
.report-words{font-family:Georgia,serif}
.report-scroll{overflow-x:auto}
.report-chart{margin:1rem 0 1.5rem}
figcaption{font-weight:600;padding-bottom:.6rem}
.drawing{max-width:100%;height:auto;white-space:pre;overflow:visible}
.figure-narrow{display:none}
@media screen and (max-width:48rem){.figure-wide{display:none}.figure-narrow{display:block}.figure-narrow .drawing{width:100%;max-width:30rem}}
table{border-collapse:collapse;width:100%;margin-block:1rem 2rem;font-size:.9rem}
caption{text-align:start;font-weight:600;padding-bottom:.4rem}
th,td{text-align:start;vertical-align:baseline;border-bottom:1px solid var(--rule);padding:.4rem .8rem .4rem 0}
.cell-label{display:none}
@media (max-width:40rem){.table-stacked,.table-stacked :is(tbody,tr,th,td,caption){display:block}.table-stacked thead{display:none}.table-stacked :is(th,td){width:auto!important;border:0;padding:.15rem 0}.table-stacked tr{border-bottom:1px solid var(--rule);padding-block:.6rem}.table-stacked .cell-label{display:block;font-size:.8rem;color:var(--muted)}}
@media print{body{max-width:none;padding:0}nav{display:none}}
`;
