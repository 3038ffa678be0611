import type { CallTexts, Questionnaire } from '@/lib/calls/schema';

/** The hidden call that holds the editors' own proposals. It is never published: nobody else can contribute to it. */
export const DESK_CALL = 'desk';

/** Who an editor's own proposal is from, in public: never a person. */
export const DESK_AFFILIATION = 'BPF Cybersecurity, editors';

export const DESK_CALL_TEXTS: CallTexts = {
  title: "Editors' own changes",
  summary: 'What editors propose for the dataset themselves. It is decided like any contribution.',
  introduction: ['Editors propose changes to the dataset, each with its source.'],
  instructions: ['Changes are proposed at the desk.'],
  afterwards: ['Each proposed value is decided at the desk, and becomes public with the decision on it.'],
  reading: [],
};

/** The least a questionnaire can hold; nobody is asked this. */
export const DESK_QUESTIONNAIRE: Questionnaire = {
  questions: [
    {
      key: 'changes',
      kind: 'proposals',
      title: 'Changes to the dataset',
      shortTitle: 'Changes',
      help: '',
      maxLength: 20_000,
    },
  ],
  about: { title: 'About the editors', help: '' },
};
