import { cache } from 'react';
import { listAgreementNames, listCriteria } from '@/lib/agreements/cells';
import type { CallPage } from '@/lib/calls/calls';
import { isPreviewToken, readPreviewed } from '@/lib/calls/preview';
import { stepsOf, ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import type { Section } from '@/lib/contributions/drafts/sections';
import type { OpenForm } from '@/app/(form)/server/form';
import type { Locale } from '@/lib/platform/i18n/routing';

/** The call behind a preview link; null for a link that leads nowhere. */
export const previewedCall = cache(async (locale: Locale, token: string) =>
  isPreviewToken(token) ? readPreviewed(token, locale) : null,
);

/** The form of the previewed call as its pages need it, with a draft that exists nowhere; null without questions. */
export async function previewedForm(locale: Locale, token: string): Promise<OpenForm | null> {
  const call = await previewedCall(locale, token);
  if (!call?.questionnaire) return null;
  const [agreements, sets] = await Promise.all([listAgreementNames(), listCriteria()]);
  const page: CallPage = { ...call, questionnaire: call.questionnaire };
  const { content } = page.questionnaire;
  const parts = sectionsOf(content).map(({ step, section }) => ({ step, section, data: undefined }));
  // Every step is prepared: which are asked depends on what is typed in the browser.
  const asked = new Set(content.questions.map(({ key }) => key));
  return {
    locale,
    call: page,
    held: NOBODYS,
    draft: {
      id: NOBODYS.id,
      callSlug: call.slug,
      status: 'draft',
      revision: 0,
      showsContacts: false,
      editorsOnly: false,
      audience: null,
      questionnaireId: page.questionnaire.id,
      questionnaire: content,
      sections: new Map(),
    },
    correcting: false,
    closed: false,
    steps: stepsOf(content, asked),
    asked,
    parts,
    sending: parts,
    issues: [],
    files: [],
    dataset: { agreements, sets },
  };
}

/** The sections of the form in their order, without entries of lists. */
export const sectionsOf = ({
  questions,
}: CallPage['questionnaire']['content']): { step: string; section: Section }[] => [
  ...questions.map((question): { step: string; section: Section } => ({
    step: question.key,
    section: { kind: question.kind, question },
  })),
  { step: ABOUT_STEP, section: { kind: 'about' } },
];

/** In the place of a contribution: no row has this id. */
const NOBODYS: OpenForm['held'] = {
  id: '00000000-0000-0000-0000-000000000000',
  callSlug: '',
  status: 'draft',
  reference: null,
  begunAt: new Date(0),
  submittedAt: null,
  token: '',
  link: { id: '00000000-0000-0000-0000-000000000000', purpose: 'manage', editorId: null },
};
