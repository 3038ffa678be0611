import { DECIDED_BY } from '@/lib/publication/sureness-schema';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { SOURCE_KINDS } from '@/lib/agreements/sources/schema';
import { PARTIAL_DATE, valueColumns } from '@/lib/agreements/facts/columns';
import { DECLARED_BY, PARTICIPANT_KINDS, PARTICIPATION_ACTIONS } from '@/lib/agreements/participation-constants';
import { sayDay } from '@/lib/platform/i18n/dates';
import { FORMER_NAMES_UNTIL } from '@/lib/platform/csv-columns';

/** A column of a file: its name in the header and what a reader or program may rely on. */
export type Column = {
  name: string;
  title: string;
  description: string;
  type: 'string' | 'integer' | 'datetime';
  required?: boolean;
  choices?: readonly string[];
  pattern?: string;
  /** It repeats the column of this name under the name that column had before. */
  former?: string;
};

/** What is said of a column that repeats another. */
export const aboutFormer = (name: string) =>
  `Until ${sayDay(FORMER_NAMES_UNTIL, 'en')} the same as “${name}”, which is the name to use.`;

const SLUG = '[a-z0-9]+(-[a-z0-9]+)*';

const AGREEMENT: Column = {
  name: 'agreement',
  title: 'Agreement',
  description: 'Its permanent name, as it stands in addresses.',
  type: 'string',
  required: true,
  pattern: SLUG,
};
const UPDATED_AT: Column = {
  name: 'updated_at',
  title: 'Updated',
  description: 'When its newest version was made, in UTC.',
  type: 'datetime',
  required: true,
};
const VERSION: Column = {
  name: 'version',
  title: 'Version',
  description: 'The number of its newest version; grows by one with each decision.',
  type: 'integer',
  required: true,
};

const text = (name: string, title: string, description: string, more: Partial<Column> = {}): Column => ({
  name,
  title,
  description,
  type: 'string',
  ...more,
});

export const AGREEMENT_COLUMNS: Column[] = [{ ...AGREEMENT }, VERSION, UPDATED_AT];

export const assessmentColumn = (key: string, title: string): Column => ({
  name: key,
  title,
  description: `Whether it contains this: ${title}.`,
  type: 'string',
  required: true,
  choices: ASSESSMENT_VALUES,
});

const CELL: Column[] = [
  AGREEMENT,
  text('cell', 'Fact or criterion', 'What the value is of: the name of a fact, or the key of a criterion.', {
    required: true,
  }),
  text('kind', 'Kind', 'Whether the cell is a fact or an assessment on a criterion.', {
    required: true,
    choices: ['fact', 'assessment'],
  }),
];

/**
 * Where a value comes from, and since when it is so. The names of these columns are stable: tables that are uploaded at
 * the desk have them as well.
 */
const ORIGIN: Column[] = [
  text('note', 'Note', 'What has to be known to read the value.'),
  text('source', 'Source', 'Where the value is taken from.'),
  text(
    'as_of',
    'As of',
    'When the value was true: a year, a month or a day. What was taken over from the paper has the year of the paper.',
    { pattern: PARTIAL_DATE },
  ),
  {
    name: 'decided_at',
    title: 'Decided',
    description:
      'When an editor decided on it, in UTC; empty if no editor did: taken over from the paper or with an import, or not assessed.',
    type: 'datetime',
  },
  text(
    'contribution',
    'Contributions',
    'References of the contributions it came from, with a space between, the one decided on first.',
  ),
  {
    name: 'version',
    title: 'Version',
    description: 'The version of the agreement in which it last changed.',
    type: 'integer',
  },
];

/** Text, date and link lead, because most values are one of them; the others are parts of few facts. */
const LEADING = ['value_text', 'value_date', 'value_link'];

/** Every column of values, in the order of the table of cells. */
const VALUE_COLUMNS: Column[] = valueColumns('en').map(({ fields: _, ...column }) => column);

export const CELL_COLUMNS: Column[] = [
  ...CELL,
  ...VALUE_COLUMNS.filter(({ name }) => LEADING.includes(name)),
  ...ORIGIN,
  ...VALUE_COLUMNS.filter(({ name }) => !LEADING.includes(name)),
  text('source_kind', 'Kind of source', 'What sort of source it rests on; empty where its source has no record.', {
    choices: SOURCE_KINDS,
  }),
  text('source_key', 'Record of the source', 'The key of the record that its source names, as in sources.csv.', {
    pattern: SLUG,
  }),
  {
    name: 'confirmations',
    title: 'Confirmations',
    description:
      'How many contributions of different affiliations said the same and were accepted. All that show no affiliation count as one.',
    type: 'integer',
  },
  text('decided_by', 'Decided by', 'Who decided on it: an import, an editor or two editors.', { choices: DECIDED_BY }),
  text(
    'verified_on',
    'Verified on',
    'The day of the newest decision that set or confirmed it; for what was imported and not decided on since, the year of its source.',
    { pattern: PARTIAL_DATE },
  ),
  text(
    'disputed',
    'Disputed',
    'Whether the views on it contradict each other: a disputed assessment is unclear, and a disputed fact has no value. Each view is a row of its own, of views or factViews.',
    { choices: ['yes'] },
  ),
  text('criterion', 'Criterion or fact', aboutFormer('cell'), { former: 'cell', required: true }),
  text(
    'value',
    'Value',
    `${aboutFormer('value_text')} A value of several parts, which have columns of their own, is JSON here.`,
    { former: 'value_text', required: true },
  ),
];

export const SINGLE_VALUE_COLUMNS: Column[] = [
  ...CELL,
  text('part', 'Part', 'Which part of the value: “value” where it has one only, otherwise as in the API.', {
    required: true,
  }),
  {
    name: 'position',
    title: 'Position',
    description: 'The place of an entry in its list, from 1; 1 for everything that is no list.',
    type: 'integer',
    required: true,
  },
  text('type', 'Type', 'What the value is, and so which column holds it: a number, a date, or anything else a text.', {
    required: true,
    choices: ['text', 'choice', 'number', 'date', 'link'],
  }),
  text('value_text', 'Value: text', 'A text, a word out of a list, or an address on the web.'),
  { name: 'value_number', title: 'Value: number', description: 'A whole number.', type: 'integer' },
  text('value_date', 'Value: date', 'A year, a month or a day.', { pattern: PARTIAL_DATE }),
];

export const CRITERION_COLUMNS: Column[] = [
  text('key', 'Criterion', 'Its permanent name, as in the other files.', { required: true, pattern: SLUG }),
  text('set', 'Set', 'The set of criteria it belongs to.', { required: true }),
  text('letter', 'Letter', 'Its letter in the document it comes from.'),
  text('title', 'Title', 'What it is called.', { required: true }),
  text('short_title', 'Short title', 'What it is called where there is little room.', { required: true }),
  text('description', 'Description', 'What it means.'),
  text('help', 'How to assess', 'What to look for in an agreement: guidance of this site, not of the set’s source.'),
  text('set_title', 'Title of the set', 'What its set is called.', { required: true }),
  text('set_description', 'Description of the set', 'What its set is.'),
  text('set_source', 'Source of the set', 'The document its set comes from.'),
];

/** Of the register of participants; tables that are uploaded at the desk have most of them as well. */
export const PARTICIPATION_COLUMNS: Column[] = [
  text('participant', 'Participant', 'Its permanent name, as it stands in addresses.', {
    required: true,
    pattern: SLUG,
  }),
  text('name', 'Name', 'What it is called.', { required: true }),
  text('kind', 'Kind', 'A state or an organisation; never a person.', { required: true, choices: PARTICIPANT_KINDS }),
  text('country', 'Country', 'Two letters as in ISO 3166; of an organisation, where it has its seat.', {
    pattern: '[A-Z]{2}',
  }),
  text('group', 'Group', 'Its stakeholder group, where it is known.'),
  AGREEMENT,
  text(
    'action',
    'Action',
    'What it did; “member” belongs to the body that made the agreement, which is no signature.',
    {
      required: true,
      choices: PARTICIPATION_ACTIONS,
    },
  ),
  text('date', 'Date', 'When: a year, a month or a day, as precisely as it is known.', { pattern: PARTIAL_DATE }),
  text('source', 'Source', 'Evidence: a document, in words.'),
  text('link', 'Link', 'Evidence: an address.'),
  text('quotation', 'Quotation', 'Evidence: a passage of the source. It is not covered by the licence of the data.'),
  text('contribution', 'Contribution', 'Evidence: the reference of a published contribution.'),
  text('evidence_gone', 'Evidence that is gone', 'Why a contribution that was evidence is not any more.', {
    choices: ['withdrawn', 'taken_down', 'corrected'],
  }),
  text(
    'declared_by',
    'Declared by',
    'Who says so: the participant itself, the maintainer of the agreement, someone else, or the forum.',
    {
      required: true,
      choices: DECLARED_BY,
    },
  ),
  text('verified', 'Verified', 'Whether a second editor has compared the row with its evidence.', {
    required: true,
    choices: ['yes', 'no'],
  }),
  text('reservation', 'Reservation', 'A reservation or declaration, as text.'),
  text('id', 'Row', 'Names the row; it never changes.', { required: true }),
];

export const SOURCE_COLUMNS: Column[] = [
  text('key', 'Source', 'Its permanent name, as it stands in addresses.', { required: true, pattern: SLUG }),
  text('kind', 'Kind', 'What sort of source it is: of the agreement itself, of others, or of this forum.', {
    required: true,
    choices: SOURCE_KINDS,
  }),
  text('title', 'Title', 'What it is called.', { required: true }),
  text('author', 'Author', 'Who wrote it, as far as it says.'),
  { name: 'year', title: 'Year', description: 'When it came out, as far as it says.', type: 'integer' },
  text('publisher', 'Publisher', 'Who published it, as far as it says.'),
  text('link', 'Link', 'Where it can be read.'),
  text('archived_link', 'Archived copy', 'Where an archived copy of it can be read.'),
  text('accessed_on', 'Read on', 'When the link was last read: a year, a month or a day.', { pattern: PARTIAL_DATE }),
  text('cited_as', 'Cited as', 'The words by which the source of a cell names it, with “ | ” between.'),
  { name: 'cells', title: 'Cells', description: 'How many cells name it in their source.', type: 'integer' },
  { name: 'agreements', title: 'Agreements', description: 'Of how many agreements.', type: 'integer' },
];
