import { spellingsOf } from '../comparison.ts';
import { count } from '../english.ts';
import { isAllCapitals, isCompound, respell, respellAll } from '../names/respell.ts';
import type { Rule } from '../rule.ts';

export const nameNotHouseForm: Rule = {
  id: 'name/not-house-form',
  summary: 'The desk has declared another form of this name.',
  why: [
    'A house form is the spelling that the desk prefers, whatever its sources have: a line of `house-forms` in `stet.yaml`,',
    'with the forms that it accepts besides (`accept`) and those that it replaces (`instead-of`).',
    'Where the desk names the other form, or only hyphens, spaces, capitals or accents differ, “Fix all” applies the house',
    'form; where letters differ, somebody else may be meant, and it is only offered.',
    'Names that the desk declares `not-the-same-as` each other are never taken for one.',
  ].join('\n'),
  severity: 'warning',
  editsQuotes: true,

  each: 'entity',
  *check(entity, { declared }) {
    for (const { name, mentions } of spellingsOf(entity)) {
      const preferred = declared.preferredTo(mentions[0]);
      if (!preferred) continue;
      const { form, isCertain } = preferred;
      const places = mentions.filter((it) => it.text !== respell(it, form).newText);
      // Capitals drop accents and hyphens.
      if (isAllCapitals(name) && isCertain && name === form.toUpperCase()) continue;
      for (const mention of places) {
        if (isCompound(mention)) continue;
        yield {
          span: mention.span,
          message: `The house form is “${form}”; this is “${mention.text}”.`,
          fixes: [
            {
              title: `Change to “${form}”, the house form`,
              edits: [respell(mention, form)],
              ...(isCertain ? { isPreferred: true as const } : {}),
            },
            ...(places.length > 1
              ? [
                  {
                    title: `Change to “${form}”, the house form, everywhere in this draft (${count(places.length, 'place')})`,
                    edits: respellAll(places, form),
                  },
                ]
              : []),
          ],
        };
      }
    }
  },

  examples: [
    {
      houseForms: [{ form: 'Kyiv', accept: [], insteadOf: ['Kiev'] }],
      bad: 'He flew to [[Kiev]] on Monday. In [[Kiev]] it rained.',
      message: 'The house form is “Kyiv”; this is “Kiev”.',
      fixed: [
        'He flew to Kyiv on Monday. In Kiev it rained.',
        'He flew to Kyiv on Monday. In Kyiv it rained.',
      ],
    },
    {
      houseForms: [{ form: 'Lee Jae Myung', accept: [], insteadOf: [] }],
      sources: ['President Lee Jae-myung left.', 'President Lee Jae-myung spoke.'],
      bad: 'President [[Lee Jae-myung]] left. Lee will be back.',
      message: 'The house form is “Lee Jae Myung”; this is “Lee Jae-myung”.',
      fixed: ['President Lee Jae Myung left. Lee will be back.'],
    },
    {
      houseForms: [{ form: 'Lee Jae Myung', accept: ['Lee Jae-myung'], insteadOf: [] }],
      good: 'President Lee Jae-myung left. Lee Jae-mook, a professor, stayed.',
    },
    { good: 'President Lee Jae-myung left.' },
  ],
};
