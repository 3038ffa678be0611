import { Link } from '@/app/ui/link';
import { editorPath } from '@/lib/calls/questionnaire/check-list';
import type { OpenDraft } from '@/lib/calls/questionnaire/drafts';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { Tabs } from '@/app/desk/parts/tabs';

type EditorHeadProps = { draft: OpenDraft; current: 'edit' | 'preview' | 'publish' | 'versions' | 'files' };

const TABS = [
  ['edit', '', 'Edit'],
  ['preview', '/preview', 'Preview'],
  ['publish', '/publish', 'Check and publish'],
  ['versions', '/versions', 'Versions'],
  ['files', '/files', 'Import and export'],
] as const;

/** The head of the pages about a call's questionnaire, with the way between them. */
export function EditorHead({ draft: { call, newest, edited }, current }: EditorHeadProps) {
  return (
    <>
      <DeskTitle title="Questionnaire" lead={stateInWords(newest, edited)}>
        <p className="mt-2">
          <Link href={`/desk/calls/${call.slug}`} className="link" dir="auto">
            {call.title}
          </Link>
        </p>
      </DeskTitle>
      <Tabs
        label="Questionnaire"
        tabs={TABS.map(([name, path, label]) => ({
          href: `${editorPath(call.slug)}${path}`,
          label,
          current: name === current,
        }))}
      />
    </>
  );
}

function stateInWords(newest: OpenDraft['newest'], edited: OpenDraft['edited']): string {
  const published = newest
    ? `Version ${newest.version} is what contributors see.`
    : 'No version is published yet: contributors see none of this.';
  if (edited === null) return published;
  const who = edited.by === null ? '' : ` by ${edited.by}`;
  return `${published} The draft was last saved on ${sayMoment(edited.at.toISOString(), 'en')}${who}.`;
}
