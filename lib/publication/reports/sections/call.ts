import { sayMoment } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { numberOf } from '@/lib/questions/numbering';
import { MIN_GROUP } from '@/lib/publication/small-groups';
import { proseBlocks } from '@/lib/publication/reports/prose';
import { note, paragraph, text } from '@/lib/publication/reports/report';
import type { ReportBlock, ReportSection } from '@/lib/publication/reports/report';
import { siteAddress, sitePage } from '@/lib/publication/reports/setting';
import type { Setting } from '@/lib/publication/reports/setting';

/** What the call was, and what it asked. */
export function callSection(setting: Setting): ReportSection {
  const { content, words, locale } = setting;
  const { call } = content;
  const { introduction, instructions, afterwards } = call.texts;
  const say = (moment: string) => sayMoment(moment, locale, call.timeZone);
  return {
    id: 'call',
    title: words('reports.call.title'),
    blocks: [
      paragraph(call.summary),
      {
        kind: 'facts',
        facts: [
          {
            term: words('reports.call.opened'),
            content: [text(call.opensAt ? say(call.opensAt) : words('reports.call.openedUnknown'))],
          },
          {
            term: words('reports.call.closed'),
            content: [text(call.closesAt ? say(call.closesAt) : words('common.allYear'))],
          },
        ],
      },
    ],
    sections: [
      {
        id: 'call-text',
        title: words('reports.call.introduction'),
        blocks: proseBlocks([...introduction, ...instructions, ...afterwards].join('\n\n')),
        sections: [],
      },
      questionsSection(setting),
      ...(call.annex.length > 0 ? [annexSection(setting)] : []),
    ],
  };
}

function questionsSection({ content: { call }, words }: Setting): ReportSection {
  const { version, content } = call.questionnaire;
  return {
    id: 'questions',
    title: words('reports.call.questions'),
    blocks: [
      note(words('reports.call.questionsOf', { version })),
      {
        kind: 'list',
        items: content.questions.map((question) => ({
          mark: `${numberOf(question, content.questions)}.`,
          blocks: [paragraph(question.title)],
        })),
      },
    ],
    sections: [],
  };
}

function annexSection(setting: Setting): ReportSection {
  const { content, words, locale } = setting;
  const paths = pathsIn(locale);
  return {
    id: 'annex',
    title: words('reports.call.annex'),
    blocks: [
      {
        kind: 'list',
        items: content.call.annex.map(({ slug, name }) => ({
          mark: null,
          blocks: [paragraph(sitePage(setting, paths.agreement(slug), name))],
        })),
      },
    ],
    sections: [],
  };
}

/** How contributions were collected, decided on and counted. */
export function methodSection(setting: Setting, hasSynthesis: boolean): ReportSection {
  const { words, locale } = setting;
  const limits = siteAddress(setting, pathsIn(locale).limits);
  const say = (key: 'collected' | 'authors' | 'contacts' | 'decisions' | 'limits' | 'synthesis'): ReportBlock =>
    paragraph(words(`reports.method.${key}`));
  return {
    id: 'method',
    title: words('reports.method.title'),
    blocks: [
      ...(['collected', 'authors', 'contacts', 'decisions'] as const).map(say),
      paragraph(words('reports.method.numbers', { needed: MIN_GROUP })),
      say('limits'),
      ...(hasSynthesis ? [say('synthesis')] : []),
      ...(limits ? [paragraph(words('reports.method.more'), ' ', ...limits)] : []),
    ],
    sections: [],
  };
}
