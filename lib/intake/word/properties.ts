import { childNamed } from '@/lib/intake/xml';
import type { XmlElement } from '@/lib/intake/xml';

/** The attribute in which Word says the value of a property. */
export const valueOf = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val'];

/** Whether a property such as `w:b` is on: present, and not said to be off. */
export const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off', 'none'].includes(valueOf(element) ?? '');

/** The level of an outline, from 1; text that is none says 9. */
export function outlineOf(properties: XmlElement | undefined): number | null {
  const level = Number(valueOf(childNamed(properties, 'w:outlineLvl')) ?? Number.NaN);
  return level >= 0 && level < 9 ? level + 1 : null;
}

export function listOf(properties: XmlElement | undefined): { id: string; level: number } | null {
  const numbering = childNamed(properties, 'w:numPr');
  const id = valueOf(childNamed(numbering, 'w:numId'));
  return id === undefined ? null : { id, level: Number(valueOf(childNamed(numbering, 'w:ilvl')) ?? 0) || 0 };
}
