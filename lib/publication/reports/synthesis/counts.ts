import { countryName } from '@/lib/contributions/documents/attributed';
import type { Words } from '@/lib/platform/i18n/words';
import type { Locale } from '@/lib/platform/i18n/routing';
import { countOptions } from '@/lib/publication/answers-over-years/counts';
import { contributionDivisions } from '@/lib/publication/contributions/facets';
import type { PublicContribution } from '@/lib/publication/contributions/schema';
import { choose } from '@/lib/publication/selection';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { ReportContent } from '@/lib/publication/reports/content';
import { groupName } from '@/lib/publication/reports/sections/who';
import { isPublished } from '@/lib/publication/reports/setting';

/** A number that editors can put into their text: what it counts, and what it says now. */
export type ReportCount = { name: string; counts: string; says: string };

type Counting = { content: ReportContent; words: Words; locale: Locale };

/**
 * Every count of a call's report by its name in a placeholder. Groups of fewer than five contributors have no number;
 * `{count:…}` then says so.
 */
export function reportCounts({ content, words, locale }: Counting): ReportCount[] {
  const published = content.contributions.filter(isPublished);
  return [
    {
      name: 'published',
      counts: words('reports.counts.published'),
      says: String(published.length),
    },
    ...content.call.questionnaire.content.questions.flatMap((question) => [
      answeredCount(question, published, words),
      ...optionCounts(question, published, words),
    ]),
    ...peopleCounts(published, words, locale),
    ...signedCounts(published, words),
    ...projectCounts(content, published, words),
    ...proposalCounts(published, words),
  ];
}

const of = (count: number | null, whole: number, words: Words): string =>
  count === null ? words('reports.counts.tooFew') : words('reports.counts.of', { count, whole });

/** How many answered a question at all, of the contributions that were asked. */
function answeredCount(question: Question, published: readonly PublicContribution[], words: Words): ReportCount {
  const isAnswered = (contribution: PublicContribution) =>
    contribution.answers.some((answer) => answer.question === question.key);
  const chosen = published.map((contribution) => [isAnswered(contribution) ? 'yes' : 'no']);
  const options = [
    { value: 'yes', label: '' },
    { value: 'no', label: '' },
  ];
  return {
    name: `answered:${question.key}`,
    counts: words('reports.counts.answered', { question: question.shortTitle }),
    says: of(countOptions(options, [chosen], 'public')[0]?.counts[0] ?? null, published.length, words),
  };
}

/** How often each option was chosen, of those who chose any. */
function optionCounts(question: Question, published: readonly PublicContribution[], words: Words): ReportCount[] {
  const { comparison } = kindOf(question);
  const options = comparison?.choices(question, words) ?? [];
  if (!comparison || options.length === 0 || (comparison.things?.(question) ?? []).length > 0) return [];
  const chosen = published.flatMap(({ answers }) => {
    const value = answers.find((answer) => answer.question === question.key)?.value;
    const texts = value === undefined || value === null ? [] : [...new Set(comparison.texts(value, question))];
    return texts.length === 0 ? [] : [texts];
  });
  return countOptions(options, [chosen], 'public').map(({ value, label, counts }) => ({
    name: `answered:${question.key}=${value}`,
    counts: words('reports.counts.option', { question: question.shortTitle, option: label }),
    says: of(counts[0] ?? null, chosen.length, words),
  }));
}

function peopleCounts(published: readonly PublicContribution[], words: Words, locale: Locale): ReportCount[] {
  const { choices } = choose(published, contributionDivisions, {});
  const list = (facet: 'group' | 'country', label: (value: string) => string) =>
    (choices.get(facet) ?? []).map(({ value, count }) => ({
      name: `${facet}:${value}`,
      counts: words('reports.counts.from', { group: label(value) }),
      says: of(count, published.length, words),
    }));
  return [
    ...list('group', (value) => groupName(value, words)),
    ...list('country', (value) => countryName(value, locale)),
  ];
}

/** As on the page of an agreement: everybody who has signed is counted, named or not. */
function signedCounts(published: readonly PublicContribution[], words: Words): ReportCount[] {
  const agreements = new Map(
    published.flatMap(({ signatories }) =>
      signatories.flatMap(({ agreement }) => (agreement ? [[agreement.slug, agreement.shortName] as const] : [])),
    ),
  );
  return [...agreements].map(([slug, name]) => {
    const signed = published.filter(({ signatories }) => signatories.some(({ agreement }) => agreement?.slug === slug));
    return {
      name: `signed:${slug}`,
      counts: words('reports.counts.signed', { agreement: name }),
      says: of(signed.length, published.length, words),
    };
  });
}

function projectCounts({ sets }: ReportContent, published: readonly PublicContribution[], words: Words): ReportCount[] {
  const projects = published.flatMap((contribution) => contribution.projects);
  const criteria = sets.flatMap((set) => set.criteria);
  return [
    { name: 'projects', counts: words('reports.counts.projects'), says: String(projects.length) },
    ...criteria.flatMap(({ key, title }) => {
      const count = projects.filter((project) => project.criteria.some((one) => one.key === key)).length;
      return count === 0
        ? []
        : [
            {
              name: `projects:${key}`,
              counts: words('reports.counts.projectsOf', { criterion: title }),
              says: of(count, projects.length, words),
            },
          ];
    }),
  ];
}

function proposalCounts(published: readonly PublicContribution[], words: Words): ReportCount[] {
  const cells = published
    .flatMap(({ proposals }) => proposals.flatMap((proposal) => proposal.cells))
    .filter(({ status }) => status !== 'withdrawn');
  const accepted = cells.filter(({ status }) => status === 'accepted' || status === 'amended').length;
  const rejected = cells.filter(({ status }) => status === 'rejected').length;
  return [
    { name: 'proposed', counts: words('reports.counts.proposed'), says: String(cells.length) },
    { name: 'accepted', counts: words('reports.counts.accepted'), says: of(accepted, cells.length, words) },
    { name: 'rejected', counts: words('reports.counts.rejected'), says: of(rejected, cells.length, words) },
  ];
}
