import { useTranslations } from 'next-intl';
import { Markdown } from '@/app/ui/markdown';
import { Section } from '@/app/ui/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { cutAtWord } from '@/lib/platform/text/cut-text';
import type { YearAnswer, YearColumn, YearGroup } from '@/lib/publication/answers-over-years/answers';
import { OptionCountsFigure } from './option-counts';

/** Longer answers are read on the contribution's own page. */
const MOST = 600;

type PathOf = { call: (call: string) => string; contribution: (reference: string) => string };

/** The answers, one group of calls after the other: within a group the question means the same. */
export function YearGroups({ groups, pathOf }: { groups: readonly YearGroup[]; pathOf: PathOf }) {
  return groups.map((group, at) => (
    <Group key={group.columns[0]?.key} id={`answers-${at + 1}`} group={group} isApart={at > 0} pathOf={pathOf} />
  ));
}

type GroupProps = { id: string; group: YearGroup; isApart: boolean; pathOf: PathOf };

function Group({ id, group, isApart, pathOf }: GroupProps) {
  const t = useTranslations('years');
  const { columns, rows, unnamed, counts } = group;
  const calls = columns.map(({ call }) => call);
  return (
    <Section id={id} title={t('group', { count: calls.length, calls: calls.join(', ') })} layout="above">
      {isApart && <p className="mb-5 max-w-measure">{t('apart')}</p>}
      <dl className="mb-6 max-w-measure space-y-2 text-sm">
        {columns.map(({ key, call, question }) => (
          <div key={key}>
            <dt className="text-muted">{t('asked', { call })}</dt>
            <dd dir="auto">{question}</dd>
          </div>
        ))}
      </dl>
      {counts.map((figure, at) => (
        <OptionCountsFigure key={at} id={`${id}-options-${at + 1}`} {...figure} />
      ))}
      {rows.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <Table id={`${id}-table`} caption={t('table')} captionHidden>
          <thead role="rowgroup">
            <Row>
              <ColumnHead>{t('organisation')}</ColumnHead>
              {columns.map(({ key, call }) => (
                <ColumnHead key={key}>
                  <a href={pathOf.call(call)} className="link">
                    {t('call', { call })}
                  </a>
                </ColumnHead>
              ))}
            </Row>
          </thead>
          <tbody role="rowgroup">
            {rows.map(({ organisation, answers }) => (
              <Row key={organisation}>
                <RowHead dir="auto" className="min-w-44 align-top wrap-anywhere">
                  {organisation}
                </RowHead>
                {columns.map(({ key }) => (
                  <Cell key={key} className="min-w-60 align-top">
                    <Answers answers={answers[key] ?? []} pathOf={pathOf} />
                  </Cell>
                ))}
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      <Unnamed columns={columns} unnamed={unnamed} />
    </Section>
  );
}

function Answers({ answers, pathOf }: { answers: readonly YearAnswer[]; pathOf: PathOf }) {
  const t = useTranslations('years');
  if (answers.length === 0) return <span className="text-muted">{t('noAnswer')}</span>;
  return (
    <div className="space-y-4">
      {answers.map(({ reference, said, text, language }) => {
        const short = cutAtWord(text, MOST);
        return (
          <div key={reference} className="max-w-measure">
            {said && (
              <p className="font-semibold" dir="auto">
                {said}
              </p>
            )}
            {short && <Markdown text={short} language={language} />}
            <p className="mt-1 text-sm">
              <a href={pathOf.contribution(reference)} className="link">
                {t(short === text ? 'from' : 'more', { reference })}
              </a>
            </p>
          </div>
        );
      })}
    </div>
  );
}

function Unnamed({ columns, unnamed }: { columns: readonly YearColumn[]; unnamed: YearGroup['unnamed'] }) {
  const t = useTranslations('years');
  return columns.map(({ key, call }) => {
    const count = unnamed[key];
    return (
      count !== undefined && (
        <p key={key} className="mt-4 text-sm text-muted">
          {t('unnamed', { count, call })}
        </p>
      )
    );
  });
}
