import { describe, expect, test } from 'vitest';
import { seedDataset } from '@/lib/agreements/seed-schema';
import { STANDING_CALL } from '@/lib/calls/constants';
import { seedCall } from '@/lib/calls/schema';
import agreementsFile from '@/prisma/data/agreements.json';
import callsFile from '@/prisma/data/calls.json';

const { agreements } = seedDataset.parse(agreementsFile);
const calls = seedCall.array().parse(callsFile);

describe('the call of 2020', () => {
  const call = calls[0];

  test('closes at the end of 17 October 2020 and accepts late contributions', () => {
    expect(calls.map(({ slug }) => slug)).toEqual(['2020', 'open']);
    expect(call).toMatchObject({
      closesAt: '2020-10-17T23:59:59Z',
      timeZone: 'UTC',
      acceptsLate: true,
      published: true,
    });
  });

  test('does not say when it opened, which no source does, and names the end of the day as a reading of this site', () => {
    expect(call?.opensAt).toBeUndefined();
    expect(call?.texts.en?.deadlineNote).toContain('this site’s reading');
    expect(JSON.stringify(call)).not.toMatch(/August|2020-08/);
  });

  test('gives the address and the page of the forum that the sources give, and no link that they do not', () => {
    expect(call?.texts.en).toMatchObject({
      address: 'bpf-cybersecurity-contribution@intgovforum.org',
      readingLink: 'https://www.intgovforum.org/multilingual/content/bpf-cybersecurity',
    });
    expect(call?.texts.en?.reading.map(({ link }) => link)).toEqual([undefined, undefined]);
  });

  test('says its deadline by the placeholder, never as a date that a moved deadline would contradict', () => {
    expect(call?.texts.en?.instructions[0]).toContain('by {deadline}.');
    expect(JSON.stringify(call?.texts)).not.toContain('17 October');
  });

  test('asks its five questions in order', () => {
    expect(call?.questionnaires.map(({ version }) => version)).toEqual([1]);
    expect(call?.questionnaires[0]?.content.en?.questions.map(({ key, kind }) => [key, kind])).toEqual([
      ['signatory', 'signatory'],
      ['projects', 'projects'],
      ['agreements', 'proposals'],
      ['gaps', 'text'],
      ['comments', 'text'],
    ]);
  });

  test('has the twenty agreements of Annex A in its order, all of them in the dataset', () => {
    expect(call?.annex).toEqual([
      'g20-antalya-communique',
      'g7-charlevoix-commitment',
      'tech-accord',
      'foc-recommendations',
      'sco-agreement',
      'au-convention',
      'csde-anti-botnet-guide',
      'arab-convention',
      'budapest-convention',
      'eac-cyber-laws',
      'brazzaville-declaration',
      'ecowas-directive',
      'eu-nis-directive',
      'eu-cybersecurity-act',
      'nato-cyber-defence-pledge',
      'eu-joint-communication',
      'manrs',
      'ungge-2015',
      'charter-of-trust',
      'gcsc',
    ]);
    const known = new Set(agreements.map(({ slug }) => slug));
    expect(call?.annex.filter((slug) => !known.has(slug))).toEqual([]);
  });

  test('misses three analysed agreements in its annex: SADC, the Paris Call and the OAS', () => {
    const missing = agreements.filter(({ slug, analysed }) => analysed && !call?.annex.includes(slug));
    expect(missing.map(({ slug }) => slug)).toEqual(['sadc-model-laws', 'paris-call', 'oas-strategy']);
  });
});

describe('the standing call', () => {
  const call = calls[1];

  test('is open all year: it has no closing, no annex and one question', () => {
    expect(call).toMatchObject({ slug: STANDING_CALL, published: true, annex: [] });
    expect(call?.closesAt).toBeUndefined();
    expect(JSON.stringify(call?.texts)).not.toMatch(/\{(deadline|year|opening)\}/);
    expect(call?.questionnaires[0]?.content.en?.questions.map(({ key, kind }) => [key, kind])).toEqual([
      ['corrections', 'proposals'],
    ]);
  });
});
