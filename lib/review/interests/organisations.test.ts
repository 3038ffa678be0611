import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organisationMatch } from './organisations';

const named = (one: string, other: string) =>
  organisationMatch({ organisation: one, email: null }, { organisation: other, email: null });
const from = (one: string, other: string) =>
  organisationMatch({ organisation: null, email: one }, { organisation: null, email: other });

describe('two names', () => {
  it.each([
    ['EastWest Institute', 'The Eastwest institute'],
    ['East Institute for Cyberspace', 'East Institute for Cyberspace (EIC)'],
    ['East Institute Ltd', 'East Institute'],
    ['East Institute Ltd.', 'East Institute, Inc.'],
    ['Verein für Netze e.V.', 'Verein fur Netze e. V.'],
    ['Netze GmbH & Co. KG', 'NETZE'],
    ['Société des Réseaux S.A.S.', 'societe des reseaux'],
    ['East\u00ADWest Institute', 'EastWest Institute'],
    ['East\u200BWest Institute', 'EASTWEST INSTITUTE'],
    ['Łódź Institute', 'Lodz Institute'],
    ['Институт сетей', 'институт Сетей'],
    ['The Limited', 'Limited'],
  ])('%j and %j are surely one organisation', (one, other) => {
    expect([named(one, other), named(other, one)]).toEqual(['sure', 'sure']);
  });

  it.each([
    ['EIC', 'East Institute for Cyberspace (EIC)'],
    ['EIC', 'East Institute for Cyberspace'],
    ['E.I.C.', 'East Institute for Cyberspace'],
    ['East Institute', 'East Institute, Geneva'],
    ['East Institute, New York', 'East Institute, Geneva'],
    ['East Institute (EIC), Geneva', 'East Institute'],
  ])('%j and %j are likely one organisation', (one, other) => {
    expect([named(one, other), named(other, one)]).toEqual(['likely', 'likely']);
  });

  it.each([
    ['East Institute', 'West Institute'],
    ['Ministry of Justice (Kenya)', 'Ministry of Justice (Chile)'],
    ['Institute', 'East Institute'],
    ['EIC', 'Eastern Iceland'],
    ['EI', 'East Institute'],
    ['', ''],
    ['…', '…'],
    ['Ltd', 'GmbH'],
  ])('%j and %j are two, or none', (one, other) => {
    expect([named(one, other), named(other, one)]).toEqual([null, null]);
  });

  it('match in both directions, and every organisation matches itself', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('East', 'Institute', '(EI)', ',', 'Ltd', 'of', 'e.V.', 'Geneva', ''))
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(named(one, other)).toBe(named(other, one));
        expect([null, 'sure']).toContain(named(one, one));
      }),
    );
  });
});

describe('two addresses', () => {
  it.each([
    ['desk@east.example', 'office@east.example'],
    ['desk@mail.east.example', 'Office@EAST.example'],
    ['desk@a.east.co.uk', 'desk@b.east.co.uk'],
    ['a@gmail.com', 'A@gmail.com'],
  ])('%j and %j are surely of one organisation', (one, other) => {
    expect(from(one, other)).toBe('sure');
  });

  it.each([
    ['a@gmail.com', 'b@gmail.com'],
    ['a@yahoo.co.uk', 'b@yahoo.co.uk'],
    ['a@web.de', 'b@web.de'],
    ['a@mail.ru', 'b@mail.ru'],
    ['a@proton.me', 'b@proton.me'],
    ['a@example.org', 'b@example.org'],
    ['a@east.co.uk', 'b@west.co.uk'],
    ['a@east.go.ke', 'b@west.go.ke'],
    ['a@east.github.io', 'b@west.github.io'],
    ['a@co.uk', 'b@co.uk'],
    ['a@localhost', 'b@localhost'],
    ['a@192.0.2.1', 'b@192.0.2.1'],
    ['', ''],
    ['nothing', 'nothing at all'],
  ])('%j and %j say nothing of that', (one, other) => {
    expect(from(one, other)).toBeNull();
  });
});
