// The validators that the tests ask come without types: what the tests use of them.
declare module 'datapackage' {
  type Relations = Record<string, Record<string, unknown>[]>;
  type Resource = {
    name: string;
    read(options: { keyed: true; relations?: boolean; cast?: boolean }): Promise<Record<string, unknown>[]>;
    checkRelations(): Promise<boolean>;
  };
  export type Package = {
    valid: boolean;
    errors: Error[];
    resourceNames: string[];
    getResource(name: string): Resource | null;
    relations?: Relations;
  };
  export const Package: { load(descriptor: object, options: { basePath: string; strict?: boolean }): Promise<Package> };
  export function validate(descriptor: object): Promise<{ valid: boolean; errors: Error[] }>;
}
declare module '@citation-js/core' {
  type Entry = Record<string, unknown>;
  export class Cite {
    constructor(text: string | object[]);
    data: Entry[];
  }
}
declare module '@citation-js/plugin-bibtex';
