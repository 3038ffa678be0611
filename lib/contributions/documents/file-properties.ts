/** The names of what a file says of itself in its custom properties (docs/decisions/0039). None is a secret. */
const FILE_PROPERTIES = {
  call: 'bpf-call',
  questionnaire: 'bpf-questionnaire',
  language: 'bpf-language',
  export: 'bpf-export',
} as const;

/** Which questionnaire the file asks, and by which export it can be recognised. */
export type FileOrigin = { call: string; questionnaire: number; language: string; export: string };

export const propertiesOf = (origin: FileOrigin): Record<string, string> => ({
  [FILE_PROPERTIES.call]: origin.call,
  [FILE_PROPERTIES.questionnaire]: String(origin.questionnaire),
  [FILE_PROPERTIES.language]: origin.language,
  [FILE_PROPERTIES.export]: origin.export,
});

/** The origin that a file names; null for a file that is not ours, or no longer says it. It proves nothing. */
export function originIn(properties: Readonly<Record<string, string>>): FileOrigin | null {
  const said = (name: keyof typeof FILE_PROPERTIES) => properties[FILE_PROPERTIES[name]]?.trim() ?? '';
  const questionnaire = Number(said('questionnaire'));
  if (said('call') === '' || !Number.isInteger(questionnaire) || questionnaire < 1) return null;
  return { call: said('call'), questionnaire, language: said('language'), export: said('export') };
}
