import { foldText } from '@/lib/platform/text/fold-text';
import type { Words } from '@/lib/platform/i18n/words';
import { isBlank } from '@/lib/questions/typed-fields';
import { valueIn } from './body';
import type { Body } from './body';
import { numberOf } from './numbering';
import { isAnsweredByText, kindOf } from './registry';
import type { Question } from './registry';
import type { Rule } from './rule';

/** The answers that rules are about, valid or not, and the questions that files were added to. */
export type Answers = Body & { files?: ReadonlySet<string> };

/**
 * The keys of the questions that are asked. One pass is enough, because a rule is about an earlier question. An answer
 * to a question that is not asked counts as none.
 */
export function askedKeys(questions: readonly Question[], answers: Answers): Set<string> {
  const asked = new Set<string>();
  for (const { key, askedIf = [] } of questions) {
    const allHold = askedIf.every((rule) => {
      const target = asked.has(rule.question) && questions.find((question) => question.key === rule.question);
      return target && holds(rule, target, questions, answers);
    });
    if (allHold) asked.add(key);
  }
  return asked;
}

/** Whether a question is asked, given the answers to all questions. */
export const isAsked = ({ key }: Pick<Question, 'key'>, questions: readonly Question[], answers: Answers): boolean =>
  askedKeys(questions, answers).has(key);

/** Whether a question has any answer: words, a value or a file. */
export function isAnswered(question: Question, questions: readonly Question[], answers: Answers): boolean {
  const value = valueIn(answers, question, questions);
  const hasValue = Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
  return hasValue || !isBlank(answers.answers[question.key] ?? '') || (answers.files?.has(question.key) ?? false);
}

/** A rule never holds for an unanswered question, `is_not` included: the follow-up waits for the answer. */
function holds(rule: Rule, target: Question, questions: readonly Question[], answers: Answers): boolean {
  if (!isAnswered(target, questions, answers)) return false;
  if (rule.operator === 'answered') return true;
  const { choices, texts } = comparisonOf(target, questions, answers);
  const equal = texts.some((text) => text === rule.value || foldText(text) === foldText(rule.value));
  if (rule.operator === 'is_not') return !equal;
  if (rule.operator === 'is' || choices) return equal;
  return texts.some((text) => foldText(text).includes(foldText(rule.value)));
}

/** What a rule compares: keys of choices as a whole, other texts also in part. */
function comparisonOf(target: Question, questions: readonly Question[], answers: Answers) {
  const { comparison } = kindOf(target);
  const value = valueIn(answers, target, questions);
  return {
    choices: comparison?.choices(target) !== null,
    texts: [
      ...(isAnsweredByText(target) ? [answers.answers[target.key] ?? ''] : []),
      ...(comparison && value !== undefined ? comparison.texts(value, target) : []),
    ],
  };
}

/** What is wrong with a rule; each code has its sentence in the catalogue `errors`. */
type RuleFault = {
  /** The question that has the rule, and the rule's place in its list. */
  question: string;
  at: number;
  code:
    | 'rule_on_nothing'
    | 'rule_on_section'
    | 'rule_on_itself'
    | 'rule_in_circle'
    | 'rule_on_later'
    | 'rule_compares_nothing'
    | 'rule_names_no_choice';
};

/** Every rule of a questionnaire that can't be asked. */
export function ruleFaults({
  questions,
  sections = [],
}: {
  questions: readonly Question[];
  sections?: readonly { key: string }[];
}): RuleFault[] {
  return questions.flatMap((question, place) =>
    (question.askedIf ?? []).flatMap((rule, at): RuleFault[] => {
      const code = faultOf(rule, place, questions, sections);
      return code ? [{ question: question.key, at, code }] : [];
    }),
  );
}

function faultOf(
  rule: Rule,
  place: number,
  questions: readonly Question[],
  sections: readonly { key: string }[],
): RuleFault['code'] | null {
  const at = questions.findIndex(({ key }) => key === rule.question);
  const [target, question] = [questions[at], questions[place]];
  if (!target || !question)
    return sections.some(({ key }) => key === rule.question) ? 'rule_on_section' : 'rule_on_nothing';
  if (at === place) return 'rule_on_itself';
  if (dependsOn(target, question.key, questions)) return 'rule_in_circle';
  if (at > place) return 'rule_on_later';
  if (rule.operator === 'answered') return null;
  const { comparison } = kindOf(target);
  if (!comparison) return 'rule_compares_nothing';
  const choices = comparison.choices(target);
  return choices === null || choices.some(({ value }) => value === rule.value) ? null : 'rule_names_no_choice';
}

/** Whether the rules of a question lead to another one, over any number of questions. */
function dependsOn(question: Question, key: string, questions: readonly Question[], seen = new Set<string>()): boolean {
  if (seen.has(question.key)) return false;
  seen.add(question.key);
  return (question.askedIf ?? []).some((rule) => {
    const target = questions.find((one) => one.key === rule.question);
    return rule.question === key || (target !== undefined && dependsOn(target, key, questions, seen));
  });
}

/** The rules of a question as one sentence; null if it is always asked. */
export function sentenceOf(question: Question, questions: readonly Question[], words: Words): string | null {
  const rules = (question.askedIf ?? []).map((rule) => ruleInWords(rule, questions, words));
  const [first, ...others] = rules;
  if (first === undefined) return null;
  return words('questions.conditions.only', {
    rules: others.reduce((said, next) => words('questions.conditions.and', { said, next }), first),
  });
}

function ruleInWords(rule: Rule, questions: readonly Question[], words: Words): string {
  const target = questions.find(({ key }) => key === rule.question);
  const named = {
    number: target ? numberOf(target, questions) : '',
    title: target?.shortTitle ?? rule.question,
  };
  if (rule.operator === 'answered') return words('questions.conditions.answered', named);
  const choices = target ? kindOf(target).comparison?.choices(target, words) : undefined;
  const value = choices?.find((choice) => choice.value === rule.value)?.label ?? rule.value;
  return words(`questions.conditions.${rule.operator}`, { ...named, value });
}
