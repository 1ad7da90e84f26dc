/** Edits pass, and what nobody asks for any more need not be kept: memories forget by eras. */

/** How many edits make an era: about as many as a paragraph takes to be written. */
const ERA = 200;

let edits = 0;
let era = 0;

/** Says that a text was edited, whichever it is. */
export function countEdit(): void {
  if (++edits % ERA === 0) era++;
}

/** The number of this era. What was last asked for before the era before it may be given up. */
export function thisEra(): number {
  return era;
}
