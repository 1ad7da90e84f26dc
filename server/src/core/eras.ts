/** Drafts are checked at every edit, and what nobody asks for any more need not be kept: memories forget by eras. */

/** How many checks make an era: fewer letters than most paragraphs have. */
const ERA = 100;

let checks = 0;
let era = 0;

/** Says that a draft is checked, whichever it is. */
export function countCheck(): void {
  if (++checks % ERA === 0) era++;
}

/** The number of this era. What was last asked for before the era before it may be given up. */
export function thisEra(): number {
  return era;
}
