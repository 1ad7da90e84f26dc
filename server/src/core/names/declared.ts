/** What a desk declares of names: which forms it prefers and accepts, and who is not the same. */

import type { HouseForm } from '../model.ts';
import { foldTypography, squash } from '../text/fold.ts';
import { blockingKeys, comparePrinted } from './compare.ts';
import { isSpellingDifference } from './differences.ts';
import type { PrintedName } from './slips.ts';

export interface DeclaredNames {
  /** The form that the desk prefers to a name as printed; undefined where it has none, or accepts the name as it is. */
  preferredTo(name: PrintedName): PreferredForm | undefined;
  /** The house form of a name, in whatever form it is printed. */
  houseFormOf(name: PrintedName): string | undefined;
  /** Whether the desk has decided how a name is spelled, or that it may be spelled so: then no source contradicts it. */
  isSettled(name: PrintedName): boolean;
  /** Whether the desk has declared that two names, with typography folded, stand for two. */
  areTwo(a: string, b: string): boolean;
}

interface PreferredForm {
  readonly form: string;
  /** The desk names the other form, or only typography differs: nobody else can be meant. */
  readonly isCertain: boolean;
}

/** Looks forms up by blocking key: a style book has thousands. */
export function declaredNames(
  houseForms: readonly HouseForm[],
  notTheSame: readonly (readonly string[])[],
): DeclaredNames {
  const accepted = new Map(
    houseForms.flatMap(({ form, accept }) =>
      [form, ...accept].map((it) => [foldTypography(it), form] as const),
    ),
  );
  const replaced = new Map(
    houseForms.flatMap(({ form, insteadOf }) => insteadOf.map((it) => [foldTypography(it), form] as const)),
  );
  const byKey = new Map<string, string[]>();
  for (const { form } of houseForms) {
    for (const key of blockingKeys(form)) {
      const forms = byKey.get(key);
      if (forms) forms.push(form);
      else byKey.set(key, [form]);
    }
  }
  const two = new Set(notTheSame.flatMap(pairsOf));
  const areTwo = (a: string, b: string) => two.has(pairKey(a, b));
  const preferredTo = (name: PrintedName): PreferredForm | undefined => {
    const folded = foldTypography(name.text);
    if (accepted.has(folded)) return undefined;
    const form = replaced.get(folded);
    if (form !== undefined) return { form, isCertain: true };
    const near =
      houseForms.length === 0 ? [] : blockingKeys(name.text).flatMap((key) => byKey.get(key) ?? []);
    const other = near.find((it) => !areTwo(folded, foldTypography(it)) && isSpelledOtherwise(name, it));
    return other === undefined ? undefined : { form: other, isCertain: squash(other) === squash(folded) };
  };
  const houseFormOf = (name: PrintedName) =>
    accepted.get(foldTypography(name.text)) ?? preferredTo(name)?.form;
  return {
    preferredTo,
    houseFormOf,
    isSettled: (name) => houseFormOf(name) !== undefined,
    areTwo,
  };
}

function isSpelledOtherwise(name: PrintedName, form: string): boolean {
  return isSpellingDifference(comparePrinted(name, { type: name.type, text: form, unlisted: [] }).kind);
}

function pairsOf(names: readonly string[]): string[] {
  const folded = names.map(foldTypography);
  return folded.flatMap((a, i) => folded.slice(i + 1).map((b) => pairKey(a, b)));
}

/** In either order. */
function pairKey(a: string, b: string): string {
  return a < b ? `${a}\0${b}` : `${b}\0${a}`;
}
