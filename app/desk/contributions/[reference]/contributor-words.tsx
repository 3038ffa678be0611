import type { ReactNode } from 'react';
import { Markdown } from '@/app/ui/markdown';
import { LabelledValues, RecordList } from '@/app/ui/shown-values';
import type { Shown, ShownProject } from '@/lib/questions/kind';
import { sectionTitles } from '@/lib/questions/numbering';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
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
      {status === 'withdrawn' && (
        <p className="mt-5 text-sm text-muted">
          It was withdrawn by its contributor, and what it said was removed. What had been decided on stays, with its
          decision.
        </p>
      )}
      {answers
        .filter(({ text }) => text !== '')
        .map(({ question, text }) => (
          <Part key={question.key} eyebrow={sections[question.key]} title={question.title}>
            <Markdown text={text} under={3} language={language} className="text-base" />
          </Part>
        ))}
      {answers.flatMap(({ question, shown }) =>
        groupsOf(shown).map((parts, at) => (
          <Part key={`${question.key} ${at}`} title={titleOf(parts, questionTitles[question.key], question.shortTitle)}>
            <div className="space-y-1">
              {parts.map((part, place) => (
                <ShownPart key={place} part={part} />
              ))}
            </div>
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
  contribution: { anonymous, contact, erased, blocker, reachable, stakeholderGroup },
}: {
  contribution: ReviewContribution;
}) {
  const reach = reachable ? 'Mail from the desk reaches them.' : 'They left no address: mail can’t reach them.';
  if (erased) return <p className="text-sm">The contact details were erased.</p>;
  if (anonymous) return <p className="text-sm">The contributor chose to stay anonymous, also to editors. {reach}</p>;
  if (blocker !== null) return <p className="text-sm">Read by the editors who may decide on it only.</p>;
  if (!contact) return <p className="text-sm">They left no contact details.</p>;
  const { name, affiliation, email, country, emailConfirmedAt } = contact;
  const lines = [name, affiliation, country, stakeholderGroup?.replaceAll('_', ' ')].filter(Boolean);
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
    </div>
  );
}

/** The parts of one value belong together; any other part has a title of its own. */
function groupsOf(shown: readonly Shown[]): Shown[][] {
  const values = shown.filter(({ piece }) => piece === 'value');
  return [
    ...(values.length > 0 ? [values] : []),
    ...shown.filter(({ piece }) => piece !== 'value').map((part) => [part]),
  ];
}

/** The name of some parts: of lists with a name of their own, with the question where the call has several. */
function titleOf([part]: Shown[], apart: string | undefined, shortTitle: string): string {
  const titles: Partial<Record<Shown['piece'], string>> = { names: 'Agreements signed', projects: 'Projects' };
  const title = part && titles[part.piece];
  if (title === undefined) return shortTitle;
  return apart === undefined ? title : `${title}: ${apart}`;
}

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
