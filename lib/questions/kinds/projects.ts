import { z } from 'zod';
import { agreementSlug, criterionKey } from '@/lib/agreements/schema';
import type { PlaceControl } from '@/lib/questions/answer-place';
import { codedOption } from '@/lib/questions/answer-places';
import { answerTable } from '@/lib/questions/answer-table';
import { answering } from '@/lib/questions/answering';
import type { BlankContext, Known, StoredList, QuestionKind } from '@/lib/questions/kind';
import { ANSWER_LIMITS } from '@/lib/questions/limits';
import { captioned } from '@/lib/questions/paper';
import type { Block } from '@/lib/questions/paper';
import { titlesNow } from '@/lib/questions/rows-compared';
import { chosen, group, isBlank, rows, typedText } from '@/lib/questions/typed-fields';
import { filled, line, link, optional, text } from '@/lib/platform/text/typed-text';

const typed = group({
  text: typedText,
  projects: rows(
    group({ title: typedText, description: typedText, link: typedText, agreements: chosen, criteria: chosen }),
  ),
});
type Typed = z.infer<typeof typed>;

const unique = (list: string[]) => [...new Set(list)];

/** One project or programme, with the agreements and norms it supports. */
const item = (known: Known) =>
  z.strictObject({
    title: filled(line(ANSWER_LIMITS.title)),
    description: filled(text(ANSWER_LIMITS.description)),
    link: optional(link),
    agreements: z.array(agreementSlug).max(ANSWER_LIMITS.tags, 'too_many').default([]).transform(unique),
    criteria: z.array(criterionKey).max(ANSWER_LIMITS.tags, 'too_many').default([]).transform(unique),
    ...answering(known),
  });
export type Project = z.infer<ReturnType<typeof item>>;

const list: StoredList<Project, z.input<ReturnType<typeof item>>> = {
  name: 'projects',
  max: ANSWER_LIMITS.projects,
  item,
  faults: (items, { criteria: known }) =>
    items.flatMap(({ criteria }, at) =>
      criteria.flatMap((key, index) =>
        known === null || known.has(key) ? [] : [{ message: 'unknown_criterion', path: [at, 'criteria', index] }],
      ),
    ),
  agreements: (items) =>
    items.flatMap(({ agreements }, at) => agreements.map((slug, index) => ({ slug, path: [at, 'agreements', index] }))),
  words: (items) => items.flatMap(({ title, description }) => [title, description]),
  rows: (items, { question, revisionId, agreement, newId }) => {
    const projects = items.map((project) => ({ id: newId(), ...project }));
    return {
      projects: projects.map(({ id, title, description, link: address }) => ({
        id,
        revision_id: revisionId,
        question_key: question,
        title,
        description,
        link: address,
      })),
      projectAgreements: projects.flatMap(({ id, agreements }) =>
        agreements.map((slug) => ({ project_id: id, agreement_id: agreement(slug).id })),
      ),
      projectCriteria: projects.flatMap(({ id, criteria }) =>
        criteria.map((criterion_key) => ({ project_id: id, criterion_key })),
      ),
    };
  },
  stored: (tables) =>
    tables.projects.map(({ questionKey, title, description, link: address, agreements, criteria }) => ({
      title,
      description,
      link: address ?? undefined,
      agreements: agreements.map(({ slug }) => slug),
      criteria: criteria.map(({ key }) => key),
      question: questionKey,
    })),
};

const FIELDS = ['title', 'description', 'link', 'agreements', 'criteria'] as const;

/** What an organisation does to put agreements and norms into practice: repeatable projects. */
export const projects: QuestionKind<Typed, Project[]> & { list: typeof list } = {
  settings: {},
  settingFields: [],
  typed,
  list,
  rows: { name: 'projects', first: () => 'title' },
  labels: {
    projects: (words, _, [at, name]) =>
      name === undefined
        ? words('contribute.form.check')
        : words('contribute.form.labels.row', {
            row: words('contribute.form.projects.project', { number: Number(at) + 1 }),
            field: words(`contribute.form.projects.${FIELDS.find((field) => field === name) ?? 'title'}`),
          }),
  },
  sent: (values) => written(values).map(({ project }) => project),
  fieldAt: ([at, field], values) => {
    const row = written(values)[Number(at)];
    return row && field ? `projects.${row.index}.${field}` : 'projects';
  },
  prefill: (value = []) => ({
    projects: value.map(({ title, description, link: address = '', agreements, criteria }) => ({
      title,
      description,
      link: address,
      agreements,
      criteria,
    })),
  }),
  shown: (value, _, { naming }) =>
    value.length === 0
      ? []
      : [
          {
            piece: 'projects',
            items: value.map(({ agreements, criteria, ...project }) => ({
              ...project,
              agreements: agreements.map((slug) => naming.agreement(slug)),
              criteria: criteria.map((key) => ({ key, title: naming.criterion(key) })),
            })),
          },
        ],
  statements: (value, _, { agreement, criterion, words }, now) => {
    const titleNow = titlesNow(titlesOf(value), titlesOf(now ?? value));
    return value.flatMap(({ agreements, criteria, ...project }, at) => {
      const texts = {
        ...project,
        agreements: agreements.map(agreement).toSorted().join(', '),
        criteria: criteria.map(criterion).toSorted().join(', '),
      };
      return FIELDS.map((field) => ({
        id: `project ${titleNow(project.title, at)} ${field}`,
        place: {
          label: words('correspondence.difference.places.project', {
            title: project.title,
            part: words(`correspondence.difference.places.projectParts.${field}`),
          }),
        },
        text: texts[field] ?? '',
      }));
    });
  },
  columns: () => [{ name: '', title: '', cell: (value) => titlesOf(value).join('; ') }],
  entryColumns: (words) =>
    FIELDS.map((field) => ({
      name: field,
      title: words(`sharing.blank.projectFields.${field}`),
      cell: (row) => {
        const content = (row as Project)[field];
        return Array.isArray(content) ? content.join('; ') : content;
      },
    })),
  blank: (_, context) =>
    Array.from({ length: Math.max(MIN_TABLES, context.filled + 1) }, (__, at) => at).flatMap((at) =>
      blankProject(at, context),
    ),
  minutes: () => [10, 30],
};

const titlesOf = (projects: readonly Project[]) => projects.map(({ title }) => title);

/** The rows with content, each with its place in the form. */
const written = (values: Typed) =>
  values.projects.flatMap((project, index) => (isBlank(project) ? [] : [{ project, index }]));

const MIN_TABLES = 2;

function blankProject(at: number, { words, place, agreements, sets }: BlankContext): Block[] {
  const criteria = sets.flatMap((set) => set.criteria.map(codedOption));
  const controls: Record<(typeof FIELDS)[number], PlaceControl> = {
    title: { kind: 'line' },
    description: { kind: 'text' },
    link: { kind: 'link' },
    agreements: { kind: 'several', options: agreements },
    criteria: { kind: 'several', options: criteria },
  };
  const rows = FIELDS.map((field, index) => {
    const label = words(`sharing.blank.projectFields.${field}`);
    const path = ['projects', String(at), field];
    return {
      label,
      hints: field === 'agreements' || field === 'criteria' ? [words(`questions.picked.codes.${field}`)] : [],
      answer: [place(`P${at + 1}.${index + 1}`, { path, control: controls[field], label })],
    };
  });
  return captioned(answerTable(rows, words, words('sharing.blank.projectTable', { number: at + 1 })));
}
