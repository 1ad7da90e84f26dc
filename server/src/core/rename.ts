/** Renames who is meant throughout a draft: full names, surnames and given names, each in its own form. */

import { shownName } from './entity-at.ts';
import type { Edit, Entity, NameMention } from './model.ts';
import { familyOf, isFullName } from './names/parts.ts';
import { respell } from './names/respell.ts';
import { squash } from './text/fold.ts';

/**
 * The edits in reading order, for a new name that was given at one of the mentions. A single word that was given at a
 * short form stands for that part of the name alone. A short form that is no part of the old name is left alone.
 */
export function renameEntity(entity: Entity, at: NameMention, given: string): Edit[] {
  const { type, mentions } = entity;
  const name = shownName(entity);
  if (type !== 'person') return mentions.flatMap((it) => editOf(it, given));
  const isPart = isFullName(name) && !isFullName(at.text) && !isFullName(given);
  const newName = isPart ? withPart(name, at.text, given) : given;
  return mentions.flatMap((it) => editOf(it, formOf(it, name, newName)));
}

function editOf(mention: NameMention, form: string | undefined): Edit[] {
  return form === undefined || form === mention.text ? [] : [respell(mention, form)];
}

function withPart(name: string, part: string, newPart: string): string {
  return name
    .split(' ')
    .map((it) => (squash(it) === squash(part) ? newPart : it))
    .join(' ');
}

/** The form of the new name that answers to a mention's form of the old one. */
function formOf({ text }: NameMention, name: string, newName: string): string | undefined {
  if (isFullName(text) || !isFullName(name)) return newName;
  const [before, after] = [partsOf(name), partsOf(newName)];
  const part = PARTS.find((it) => squash(before[it]) === squash(text));
  return part && after[part];
}

const PARTS = ['family', 'given', 'first'] as const;

/** The short forms of a full name; each is the whole of a name that has one word only. */
function partsOf(name: string): { readonly [Part in (typeof PARTS)[number]]: string } {
  const family = familyOf(name) ?? name;
  const given = name.split(' ').filter((it) => it !== family);
  return { family, given: given.join(' ') || name, first: given[0] ?? name };
}
