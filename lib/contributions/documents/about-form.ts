import { attributionsOffered, COUNTRIES, STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { ABOUT_STEP, CHECK_STEP } from '@/lib/contributions/drafts/steps';
import type { Questionnaire } from '@/lib/calls/schema';
import { LANGUAGES } from '@/lib/platform/i18n/languages';
import { namesIn } from '@/lib/platform/i18n/names-in';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { Words } from '@/lib/platform/i18n/words';
import type { PlaceControl } from '@/lib/questions/answer-place';
import { distinct, placeMaker } from '@/lib/questions/answer-places';
import { codeCell } from '@/lib/questions/answer-table';
import { captioned, piece } from '@/lib/questions/paper';
import type { PaperSection, PaperTable, Piece } from '@/lib/questions/paper';

type AboutInput = {
  locale: Locale;
  words: Words;
  questionnaire: Pick<Questionnaire, 'about'>;
  /** The call offers that a contribution is not published. */ offersEditorsOnly?: boolean;
};
type AboutField = 'attribution' | 'name' | 'affiliation' | 'country' | 'stakeholderGroup' | 'email' | 'language';
type Row = { field: AboutField; label: string; hints?: string[]; control: PlaceControl; public: string | Piece };

/** “About you” as a table: each detail, and beside it whether it is published; then how it is signed, and the consent. */
export function aboutForm(input: AboutInput): PaperSection {
  const { words, questionnaire } = input;
  const rows = aboutRows(input).map((row, at) => ({ ...row, cells: cellsOf(row, at) }));
  const cells = (isSigning: boolean) =>
    rows.flatMap(({ field, cells }) => ((field === 'attribution') === isSigning ? [cells] : []));
  return {
    id: ABOUT_STEP,
    title: questionnaire.about.title,
    blocks: [
      ...(questionnaire.about.help ? [{ kind: 'help' as const, text: questionnaire.about.help }] : []),
      { kind: 'help', text: words('sharing.blank.showHint') },
      { kind: 'help', text: words('contribute.form.about.promise'), withNext: true },
      tableOf(words('sharing.blank.aboutTable'), cells(false), words),
      ...captioned(
        tableOf(words('sharing.blank.signing'), [...cells(true), consentCells(words)], words),
        words('sharing.blank.consentNeeded'),
      ),
    ],
  };
}

const tableOf = (caption: string, rows: PaperTable['rows'], words: Words): PaperTable => ({
  kind: 'table',
  caption,
  heads: [
    words('questions.paper.code'),
    words('sharing.blank.fact'),
    words('sharing.blank.answer'),
    words('sharing.blank.publish'),
  ],
  widths: [10, 38, 28, 24],
  rows,
});

function cellsOf({ field, label, hints = [], control, public: said }: Row, at: number): Piece[][] {
  const answer = [placeMaker(ABOUT_STEP, 'Y')(String(at + 1), { path: [field], control, label })];
  return [
    codeCell(answer),
    [piece(label), ...hints.map((hint) => piece(hint, 'muted'))],
    answer,
    typeof said === 'string' ? [piece(said, 'muted')] : [piece(said.text, 'muted'), { ...said, text: '' }],
  ];
}

/** What is agreed to when the contribution is sent; nothing is sent by the file itself. */
function consentCells(words: Words): Piece[][] {
  const label = words('contribute.form.submit.consent');
  const tick = [placeMaker(CHECK_STEP, 'Z')('1', { path: ['consent'], control: { kind: 'tick' }, label })];
  const asked = [piece(label), piece(words('contribute.form.submit.consentHint'), 'muted')];
  return [codeCell(tick), asked, tick, [piece(words('sharing.blank.tickBox'), 'muted')]];
}

function aboutRows({ locale, words, offersEditorsOnly = false }: AboutInput): Row[] {
  const say = (field: Exclude<AboutField, 'attribution'>) => words(`contribute.form.about.${field}`);
  const place = placeMaker(ABOUT_STEP, 'Y');
  const tick = (row: number, field: 'affiliation' | 'country', label: string): Piece => ({
    ...place(String(row), { path: ['show', field], control: { kind: 'tick' }, label }),
    text: label,
  });
  const one = (options: readonly { value: string; label: string }[]): PlaceControl => ({ kind: 'one', options });
  const named = (list: readonly { code: string; name: string }[]) =>
    distinct(list.map(({ code, name }) => ({ value: code, label: name })));
  const signed = attributionsOffered({ offersEditorsOnly }).map((value) => ({
    value,
    label: words(`contribute.form.about.attributions.${value}.label`),
    hint: words(`contribute.form.about.attributions.${value}.hint`),
  }));
  const groups = STAKEHOLDER_GROUPS.map((value) => ({
    value,
    label: words(`contribute.form.stakeholderGroups.${value}`),
  }));
  return [
    {
      field: 'affiliation',
      label: say('affiliation'),
      control: { kind: 'line' },
      public: tick(1, 'affiliation', words('contribute.form.about.showAffiliation')),
    },
    { field: 'name', label: say('name'), control: { kind: 'line' }, public: words('sharing.blank.nameChosen') },
    {
      field: 'attribution',
      label: words('contribute.form.about.attribution'),
      hints: [words('sharing.blank.chooseBeside'), ...signed.map(({ label, hint }) => `– ${label}. ${hint}`)],
      control: one(signed),
      public: words('sharing.blank.asChosen'),
    },
    {
      field: 'country',
      label: say('country'),
      control: one(named(namesIn(locale, 'region', COUNTRIES))),
      public: tick(4, 'country', words('contribute.form.about.showCountry')),
    },
    {
      field: 'stakeholderGroup',
      label: say('stakeholderGroup'),
      hints: [words('sharing.blank.chooseBeside'), ...groups.map(({ label }) => `– ${label}`)],
      control: one(groups),
      public: words('contribute.form.about.stakeholderGroupHint'),
    },
    { field: 'email', label: say('email'), control: { kind: 'line' }, public: words('sharing.blank.never') },
    {
      field: 'language',
      label: say('language'),
      control: one(named(namesIn(locale, 'language', LANGUAGES))),
      public: words('sharing.blank.languageUse'),
    },
  ];
}
