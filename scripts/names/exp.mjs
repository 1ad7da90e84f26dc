/** The exponential function by additions and multiplications alone: `Math.exp` may differ between engines. */

const LOWEST = -160;
const HIGHEST = 160;
/** Powers of 2, which are exact. */
const POWERS = new Float64Array(HIGHEST - LOWEST + 1);
POWERS[-LOWEST] = 1;
for (let power = 1; power <= HIGHEST; power++) POWERS[power - LOWEST] = 2 * POWERS[power - 1 - LOWEST];
for (let power = -1; power >= LOWEST; power--) POWERS[power - LOWEST] = POWERS[power + 1 - LOWEST] / 2;

/** e to the power of what lies between -110 and 110, to some twelve digits (Taylor, after taking powers of 2 out). */
export function exp(exponent) {
  const power = Math.round(exponent / Math.LN2);
  const rest = exponent - power * Math.LN2;
  let sum = 1;
  for (let term = 11; term > 0; term--) sum = 1 + (sum * rest) / term;
  return sum * POWERS[power - LOWEST];
}
