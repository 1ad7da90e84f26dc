/** British and American spellings of one word: no alteration of a quotation. */

/** Pairs that no rule gives, as `British American`; general knowledge. */
const PAIRS = `
  grey gray; programme program; programmes programs; cheque check; tyre tire; kerb curb; aluminium aluminum; storey story
  plough plow; sceptic skeptic; sceptical skeptical; scepticism skepticism; jewellery jewelry; pyjamas pajamas
  manoeuvre maneuver; manoeuvres maneuvers; practise practice; licence license; mum mom; whilst while; amongst among
  towards toward; afterwards afterward; backwards backward; forwards forward; upwards upward; learnt learned
  burnt burned; dreamt dreamed; spelt spelled; spoilt spoiled; got gotten; judgement judgment; acknowledgement acknowledgment
  ageing aging; likeable likable; moustache mustache; mould mold; moult molt; smoulder smolder; draught draft
  enquiry inquiry; enquire inquire; enquiries inquiries; artefact artifact; doughnut donut; cosy cozy; yoghurt yogurt
  fulfil fulfill; enrol enroll; instalment installment; skilful skillful; wilful willful; adviser advisor; advisers advisors
  ok okay; percent per-cent; tonne ton; tonnes tons; ax axe; cancelled canceled; catalogue catalog; dialogue dialog
`;

const american = new Map(
  PAIRS.trim()
    .split(/[;\n]\s*/)
    .map((it) => it.trim().split(' ') as [string, string]),
);

/** Endings that British and American spelling set otherwise, and words that only look so are few in speech. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{2})our(?=$|s$|ed$|ing$|er$|ers$|able$|ite$|ites$|hood$|ful$|al$|ly$|less$)/, 'or'],
  [/(?<=[a-z]{2})is(?=e$|es$|ed$|er$|ers$|ing$|ation$|ations$)/, 'iz'],
  [/(?<=[a-z])ys(?=e$|es$|ed$|er$|ers$|ing$)/, 'yz'],
  [/(?<=[a-z]{2}[bt])re(?=$|s$|d$)/, 'er'],
  [/(?<=[a-z]{2}(?:fen|ten))ce(?=$|s$|less$)/, 'se'],
  [/(?<=[a-z]{2}[aeiou])ll(?=ed$|ing$|er$|ers$|or$|ors$|ous$)/, 'l'],
  [/(?<=[a-z]{2})ogue(?=$|s$)/, 'og'],
  [/(?<=^(?:an|p|h|f|g|c|di|arch|encyclop|orthop|hom|oes|am|man)?)[ao]e(?=[a-z]{3})/, 'e'],
];

/** One spelling for both: a folded word as American English would most likely spell it. For comparison only. */
export function foldDialect(word: string): string {
  return american.get(word) ?? ENDINGS.reduce((it, [from, to]) => it.replace(from, to), word);
}
