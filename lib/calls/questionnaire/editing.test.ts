import { describe, expect, it } from 'vitest';
import { COMMANDS, edit, setAt, valueAt } from './editing';
import { editedByForm, editorForm, fieldName, readEditorForm } from './editor-schema';
import { readTyped } from './typed-questionnaire';
import type { TypedQuestionnaire } from './typed-questionnaire';

const text = { kind: 'text', section: '' };
const draft = readTyped({
  sections: [
    { id: 'general', title: 'General' },
    { id: 'specific', title: 'Specific' },
  ],
  audiences: [{ id: 'a1', label: 'Governments' }],
  questions: [
    { id: 'one', kind: 'text', title: 'One', section: 'general' },
    { id: 'two', kind: 'text', title: 'Two', section: 'general' },
    {
      id: 'three',
      kind: 'text',
      title: 'Three',
      section: 'specific',
      askedIf: [{ question: 'one', operator: 'is', value: 'x' }],
      wordings: { a1: { title: 'Three for governments', help: '' } },
    },
  ],
});
const CHOICES = [
  { key: 'norms', label: 'Norms' },
  { key: 'trust', label: 'Trust' },
  { key: 'law', label: 'Law' },
];
const order = ({ questions }: TypedQuestionnaire) => questions.map(({ id, section }) => `${id} in ${section}`);
const run = (typed: TypedQuestionnaire, ...commands: string[]) =>
  commands.reduce((state, command) => edit(state, command, text).typed, typed);

describe('a step in the editor', () => {
  it('moves a question within its section, then into the next one', () => {
    expect(order(run(draft, COMMANDS.down('one')))).toEqual(['two in general', 'one in general', 'three in specific']);
    expect(order(run(draft, COMMANDS.down('two')))).toEqual(['one in general', 'two in specific', 'three in specific']);
    expect(order(run(draft, COMMANDS.up('three'), COMMANDS.up('three')))).toEqual([
      'one in general',
      'three in general',
      'two in general',
    ]);
    expect(run(draft, COMMANDS.down('three'))).toEqual(draft);
  });

  it('puts a dragged question before another one, into its section', () => {
    expect(order(run(draft, COMMANDS.before('three', 'one')))).toEqual([
      'three in general',
      'one in general',
      'two in general',
    ]);
  });

  it('adds a question to a section and opens it', () => {
    const { typed, open } = edit(draft, COMMANDS.add(), { kind: 'text', section: 'general' });
    expect(order(typed)).toEqual(['one in general', 'two in general', `${open} in general`, 'three in specific']);
  });

  it('duplicates a question with its conditions and wordings under a key of its own', () => {
    const copy = run(draft, COMMANDS.duplicate('three')).questions.at(-1);
    expect(copy).toMatchObject({ title: 'Three', key: '', askedIf: draft.questions[2]?.askedIf });
    expect(copy?.wordings).toEqual(draft.questions[2]?.wordings);
    expect(copy?.id).not.toBe('three');
  });

  it('keeps a removed question, which can be brought back with all it says', () => {
    const without = run(draft, COMMANDS.remove('two'));
    expect(order(without)).toEqual(['one in general', 'three in specific']);
    expect(run(without, COMMANDS.restore('two'))).toEqual(draft);
  });

  it('adds, moves and removes the rows of a list', () => {
    const added = run(draft, COMMANDS.addRow('questions.0.askedIf'), COMMANDS.addRow('sections'));
    expect(added.questions[0]?.askedIf).toEqual([{ question: '', operator: 'is', value: '' }]);
    expect(added.sections).toHaveLength(3);
    const moved = run(draft, COMMANDS.downRow('sections', 0));
    expect(order(moved)).toEqual(['three in specific', 'one in general', 'two in general']);
  });

  it('keeps the questions of a removed section where they were, in the section before it or before all', () => {
    expect(order(run(draft, COMMANDS.removeRow('sections', 1)))).toEqual([
      'one in general',
      'two in general',
      'three in general',
    ]);
    const first = run(draft, COMMANDS.removeRow('sections', 0));
    expect(order(first)).toEqual(['one in ', 'two in ', 'three in specific']);
    const middle = readTyped({
      ...draft,
      sections: [{ id: 'opening', title: 'Opening' }, ...draft.sections],
      questions: [{ id: 'zero', kind: 'text', title: 'Zero', section: 'opening' }, ...draft.questions],
    });
    expect(order(run(middle, COMMANDS.removeRow('sections', 1)))).toEqual([
      'zero in opening',
      'one in opening',
      'two in opening',
      'three in specific',
    ]);
  });

  it('brings a removed section, audience, rule or choice back with all that belonged to it', () => {
    const choice = readTyped({
      ...draft,
      questions: [
        ...draft.questions,
        { id: 'four', kind: 'choice', section: 'specific', settings: { options: CHOICES } },
      ],
    });
    for (const [path, at] of [
      ['sections', 0],
      ['sections', 1],
      ['audiences', 0],
      ['questions.2.askedIf', 0],
      ['questions.3.settings.options', 1],
    ] as const) {
      const without = run(choice, COMMANDS.removeRow(path, at));
      expect(valueAt(without, path), path).toHaveLength((valueAt(choice, path) as unknown[]).length - 1); // both are lists
      const [removed] = without.removedRows;
      expect(run(without, COMMANDS.restoreRow(removed?.id ?? '')), path).toEqual(choice);
    }
  });

  it('brings a row back into its question, wherever that has moved, and nowhere if the question is gone', () => {
    const without = run(draft, COMMANDS.removeRow('questions.2.askedIf', 0), COMMANDS.before('three', 'one'));
    const [removed] = without.removedRows;
    expect(run(without, COMMANDS.restoreRow(removed?.id ?? '')).questions[0]).toMatchObject({
      id: 'three',
      askedIf: draft.questions[2]?.askedIf,
    });
    const gone = run(without, COMMANDS.remove('three'));
    expect(run(gone, COMMANDS.restoreRow(removed?.id ?? ''))).toEqual(gone);
  });

  it('changes nothing if it does not fit the questionnaire', () => {
    for (const command of ['', 'nonsense', 'remove:nothing', 'add-row:about', 'remove-row:sections:9', 'up-row:x:0'])
      expect(run(draft, command)).toEqual(draft);
    expect(setAt(draft, 'questions.9.title', 'x')).toEqual(draft);
    expect(valueAt(draft, 'questions.constructor')).toBeUndefined();
  });
});

describe('the form of the editor', () => {
  const posted = (fields: Record<string, string>) =>
    editorForm.parse(readEditorForm({ slug: '2020', version: '3', content: JSON.stringify(draft), ...fields }));

  it('carries what is typed in the open part, and the step of the pressed button', () => {
    const form = posted({
      [fieldName('questions.1.title')]: 'Two, typed',
      [fieldName('questions.1.required')]: 'on',
      command: COMMANDS.up('two'),
    });
    expect(editedByForm(form).typed.questions[0]).toMatchObject({ id: 'two', title: 'Two, typed', required: true });
  });

  it('takes a tick away if only the empty field before it is sent', () => {
    const ticked = setAt(draft, 'questions.1.required', true);
    const form = posted({ content: JSON.stringify(ticked), [fieldName('questions.1.required')]: '' });
    expect(editedByForm(form).typed.questions[1]?.required).toBe(false);
  });

  it('opens the part that a button names without a script', () => {
    expect(editedByForm(posted({ command: COMMANDS.open('three') }))).toEqual({ typed: draft, open: 'three' });
  });

  it('is refused, not crashed, with a content that is no JSON', () => {
    expect(editorForm.safeParse(readEditorForm({ slug: '2020', version: '1', content: '{' })).success).toBe(false);
  });
});
