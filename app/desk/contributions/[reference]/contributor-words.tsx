import type { ReactNode } from 'react';
import { Markdown } from '@/app/ui/markdown';
import { Moment } from '@/app/ui/moment';
import { countryName } from '@/lib/contributions/documents/attributed';
import contributions from '@/lib/platform/i18n/messages/en/contributions.json';
import { LabelledValues, RecordList } from '@/app/ui/shown-values';
import type { Shown, ShownProject } from '@/lib/questions/kind';
import { sectionTitles } from '@/lib/questions/numbering';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { AddressPanel } from '@/app/desk/contributions/[reference]/contacts/address-panel';
import { ContactsNotice } from '@/app/desk/contributions/[reference]/contacts/contacts-notice';
import { EraseContact } from '@/app/desk/contributions/[reference]/contacts/erase-contact';

/** The organisation's text, read-only here. */
export function ContributorWords({ contribution }: { contribution: ReviewContribution }) {
  const { answers, questionTitles, status, language } = contribution;
  const sections = sectionTitles(contribution);
  return (
    <section aria-labelledby="words" className="min-w-0 pb-10 max-lg:pt-4">
      <h2 id="words" tabIndex={-1} className="text-2xl">
        What they wrote
      </h2>
      <ContactsNotice contribution={contribution} />
      <Part title="Contact">
        <Contact contribution={contribution} />
        <EraseContact contribution={contribution} />
      </Part>
      <SignOffs contribution={contribution} />
      {status === 'withdrawn' && (
        <p className="mt-5 text-sm text-muted">
          It was withdrawn by its contributor, and what it said was removed. What had been decided on stays, with its
          decision.
        </p>
      )}
      {answers.map(({ question, text, shown }) => {
        const values = shown.filter(isValue);
        if (text === '' && values.length === 0) return null;
        return (
          <Part key={question.key} eyebrow={sections[question.key]} title={question.title}>
            {values.length > 0 && <ShownParts parts={values} />}
            {text !== '' && <Markdown text={text} under={3} language={language} className="text-base" />}
          </Part>
        );
      })}
      {answers.flatMap(({ question, shown }) =>
        shown
          .filter((part) => !isValue(part))
          .map((part) => (
            <Part key={`${question.key} ${part.piece}`} title={titleOf(part, questionTitles[question.key])}>
              <ShownPart part={part} />
            </Part>
          )),
      )}
    </section>
  );
}

function Part({ eyebrow, title, children }: { eyebrow?: string; title: string; children: ReactNode }) {
  return (
    <div className="mt-5 border-t border-rule pt-4">
      {eyebrow && <p className="eyebrow mb-1">{eyebrow}</p>}
      <h3 className="mb-2 font-sans text-sm font-semibold text-muted">{title}</h3>
      {children}
    </div>
  );
}

/** For editors only: details are published only where the contributor chose to show them. */
function Contact({
  contribution: { reference, anonymous, contact, erased, blocker, reachable, stakeholderGroup },
}: {
  contribution: ReviewContribution;
}) {
  const reach = reachable ? 'Mail from the desk reaches them.' : 'They left no address: mail can’t reach them.';
  if (erased) return <p className="text-sm">The contact details were erased.</p>;
  if (anonymous)
    return (
      <div className="text-sm">
        <p>The contributor chose to stay anonymous, also to editors. {reach}</p>
        {blocker === null && <AddressPanel reference={reference} />}
      </div>
    );
  if (blocker === 'forbidden')
    return <p className="text-sm">Only editors read contact details. You see what its contributor shows in public.</p>;
  if (blocker !== null) return <p className="text-sm">Read by the editors who may decide on it only.</p>;
  if (!contact) return <p className="text-sm">They left no contact details.</p>;
  const { name, affiliation, email, country, emailConfirmedAt } = contact;
  const lines = [
    name,
    affiliation,
    country && countryName(country, 'en'),
    stakeholderGroup && groupInWords(stakeholderGroup),
  ].filter(Boolean);
  return (
    <div className="text-sm">
      {lines.map((line) => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
      {email && (
        <p className="wrap-anywhere">
          {email} <span className="text-muted">({emailConfirmedAt ? 'confirmed' : 'not confirmed yet'})</span>
        </p>
      )}
      {!email && <p className="text-muted">{reach}</p>}
      {email && <AddressPanel reference={reference} />}
    </div>
  );
}

function groupInWords(group: string): string {
  const words: Record<string, string> = contributions.groups;
  return words[group] ?? group;
}

/** Who approved the text as it was sent, within the organisation. Of an anonymous contribution only how many. */
function SignOffs({ contribution: { signOffs } }: { contribution: ReviewContribution }) {
  const { approved, people } = signOffs;
  if (approved === 0) return null;
  const count = approved === 1 ? 'One person' : `${approved} people`;
  return (
    <Part title="Approved before it was sent">
      {people === null ? (
        <p className="text-sm">{count} approved exactly this text. You do not see who.</p>
      ) : (
        <ul className="space-y-1 text-sm">
          {people.map(({ name, office, version, at }) => (
            <li key={`${name} ${at.toISOString()}`}>
              <span dir="auto">{[name, office].filter(Boolean).join(', ')}</span>
              <span className="block text-muted">
                version {version}, <Moment value={at.toISOString()} locale="en" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** A value stands with the words on it; lists have titles of their own. */
const isValue = ({ piece }: Shown) => piece === 'value' || piece === 'records';

/** The title of a list, with its question where the call has several of the kind. */
function titleOf({ piece }: Shown, apart: string | undefined): string {
  const title = piece === 'names' ? 'Agreements signed' : 'Projects';
  return apart === undefined ? title : `${title}: ${apart}`;
}

const ShownParts = ({ parts }: { parts: readonly Shown[] }) => (
  <div className="mb-2 space-y-1">
    {parts.map((part, at) => (
      <ShownPart key={at} part={part} />
    ))}
  </div>
);

function ShownPart({ part }: { part: Shown }) {
  switch (part.piece) {
    case 'names':
      return (
        <ul className="space-y-2">
          {part.items.map(({ agreement, name, note }, at) => (
            <li key={at} dir="auto">
              <span className="font-semibold">{agreement ? agreement.shortName : name}</span>
              {!agreement && <span className="text-muted"> (not in the dataset)</span>}
              {note && <Markdown text={note} className="!text-sm text-muted" />}
            </li>
          ))}
        </ul>
      );
    case 'projects':
      return (
        <div className="space-y-5">
          {part.items.map((project, at) => (
            <Project key={at} project={project} />
          ))}
        </div>
      );
    case 'value':
      return <LabelledValues label={part.label} values={part.values} />;
    case 'records':
      return <RecordList items={part.items} under={3} />;
  }
}

function Project({ project: { title, description, link, agreements, criteria } }: { project: ShownProject }) {
  const supports = [...agreements.map(({ shortName }) => shortName), ...criteria.map((criterion) => criterion.title)];
  return (
    <div dir="auto">
      <h4 className="font-semibold">{title}</h4>
      <Markdown text={description} under={4} className="mt-1 text-base" />
      {link && (
        <p className="mt-1 text-sm">
          <a href={link} rel="noopener nofollow" className="link wrap-anywhere">
            {link}
          </a>
        </p>
      )}
      {supports.length > 0 && <p className="mt-1 text-sm text-muted">Supports: {supports.join('; ')}</p>}
    </div>
  );
}
