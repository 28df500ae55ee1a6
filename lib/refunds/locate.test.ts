import { describe, expect, test } from 'vitest';
import { REFUND_STATUSES, type RefundStatus } from '@/lib/events/status';
import { spoken } from '@/lib/language/said';
import { inEnglish, readerOf } from '@/lib/language/translator';
import { KINDS, type Kind } from '@/lib/providers/catalogue';
import { fillWhereabouts, type Told, whereaboutsOf } from './locate';
import { possibleSteps } from './steps';
import { WHEREABOUTS } from './whereabouts';

const ALL_KINDS = Object.values(KINDS).flat() as Kind[];
const UNKNOWN_STEP = 'TOKEN_TELEPORT';

type Step = Told['steps'][number];
const step = (name: string, status: RefundStatus, id: string | null = 'an-id'): Step => ({ step: name, status, id });

const told = (more: Partial<Told> & Pick<Told, 'kind' | 'status'>): Told => ({
  steps: [],
  amount: { amount: '101', currency: 'MXN' },
  isPartial: false,
  isReversal: false,
  isWholeKnown: true,
  ...more,
});
const filled = (refund: Told) => {
  const { sentence, next } = fillWhereabouts({ ...refund, whereabouts: whereaboutsOf(refund) });
  return { sentence: inEnglish(sentence), next: inEnglish(next) };
};

/** Every choice of steps of a list, each in every state, with and without its id. */
function subsets([name, ...others]: readonly string[]): Step[][] {
  if (name === undefined) return [[]];
  const states = REFUND_STATUSES.flatMap((status) => [step(name, status), step(name, status, null)]);
  return subsets(others).flatMap((rest) => [rest, ...states.map((one) => [one, ...rest])]);
}

const isSentence = (text: string) => /^[A-Z0-9“].*\.$/.test(text) && !/[{}]|undefined|null/.test(text);

describe('where the money is', () => {
  test.each(ALL_KINDS)('is one sentence with any steps, in any state of the whole: %s', (kind) => {
    let seen = 0;
    for (const steps of subsets(possibleSteps(kind).length > 0 ? possibleSteps(kind) : ['ANY'])) {
      for (const status of [null, ...REFUND_STATUSES]) {
        for (const order of [steps, steps.toReversed()]) {
          for (const amount of [null, { amount: '101', currency: 'MXN' }, { amount: '101', currency: null }]) {
            const refund = told({ kind, status, steps: order, amount });
            const { sentence, next } = filled(refund);
            if (!isSentence(sentence) || !isSentence(next))
              throw new Error(`${whereaboutsOf(refund)}: ${sentence} ${next}`);
            seen++;
          }
        }
      }
    }
    expect(seen).toBeGreaterThan(100);
  });

  test('is one honest sentence when a step is unknown', () => {
    for (const kind of ['issuance', 'redemption'] as const) {
      for (const steps of subsets(possibleSteps(kind).slice(0, 2))) {
        const refund = told({ kind, status: 'processing', steps: [...steps, step(UNKNOWN_STEP, 'completed')] });
        expect(filled(refund).sentence).toContain(UNKNOWN_STEP);
        expect(whereaboutsOf({ ...refund, status: 'failed' })).toBe('unknown_step_stopped');
      }
    }
    const open = told({
      kind: 'redemption',
      status: null,
      steps: [step('TOKEN_MINT', 'completed'), step(UNKNOWN_STEP, 'processing')],
    });
    expect(whereaboutsOf(open)).toBe('redemption_minted');
  });

  test('is the state of the original only where the refund does not speak: failed and refunded reads as money returned', () => {
    for (const kind of ['issuance', 'redemption', 'fiat_deposit', 'usd_to_pix'] as const) {
      expect(filled(told({ kind, status: 'completed' })).sentence).toMatch(/^Money returned: /);
      const steps = [step(possibleSteps(kind)[0] as string, 'processing')];
      expect(whereaboutsOf(told({ kind, status: 'completed', steps }))).toBe('returned_with_open_step');
    }
  });

  test('follows the provider’s order of steps and not the order of the list', () => {
    const steps = [step('TOKEN_MINT', 'completed'), step('BITSO_TRANSFER', 'completed')];
    expect(whereaboutsOf(told({ kind: 'redemption', status: 'processing', steps }))).toBe('redemption_minted');
  });

  test('stops where the last step failed, and goes on where that step was begun again', () => {
    const failed = [step('BITSO_TRANSFER', 'completed'), step('SPEI_WITHDRAWAL', 'failed')];
    expect(whereaboutsOf(told({ kind: 'issuance', status: 'processing', steps: failed }))).toBe(
      'issuance_stopped_transferred',
    );
    const again = [...failed, step('SPEI_WITHDRAWAL', 'processing')];
    expect(whereaboutsOf(told({ kind: 'issuance', status: 'processing', steps: again }))).toBe('issuance_transferred');
  });

  test('of a reversal tells whether all of it came back, and does not guess', () => {
    const reversal = (more: Partial<Told>) =>
      whereaboutsOf(told({ kind: 'burn', status: 'completed', isReversal: true, ...more }));
    expect(reversal({})).toBe('reversed_fully');
    expect(reversal({ isPartial: true })).toBe('reversed_partly');
    expect(reversal({ isWholeKnown: false })).toBe('reversed_whole_untold');
    expect(reversal({ amount: null })).toBe('reversed_untold');
    expect(filled(told({ kind: 'burn', status: 'completed', isReversal: true, isPartial: true })).sentence).toBe(
      '101 MXN came back to the account; the rest of the payout is still with the receiver.',
    );
  });

  test.each(['es', 'pt-BR'] as const)('is told in %s with the amount as it is written there', (locale) => {
    const reader = readerOf(locale, 'America/Argentina/Buenos_Aires');
    const steps = [step('TOKEN_TELEPORT', 'completed')];
    for (const amount of [null, { amount: '1250.50', currency: 'ARS' }]) {
      for (const whereabouts of WHEREABOUTS) {
        const { sentence, next } = fillWhereabouts({ kind: 'redemption', amount, steps, whereabouts });
        const told = spoken(sentence, reader);
        expect(told).toMatch(/^[A-Z0-9].*\.$/);
        if (amount && whereabouts !== 'reversed_untold') expect(told).toContain('1.250,50 ARS');
        expect(spoken(next, reader)).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  test('uses every sentence of the table', () => {
    const used = new Set<string>(
      ALL_KINDS.flatMap((kind) =>
        subsets([...possibleSteps(kind), UNKNOWN_STEP]).flatMap((steps) =>
          [null, ...REFUND_STATUSES].map((status) => whereaboutsOf(told({ kind, status, steps }))),
        ),
      ),
    );
    for (const more of [{}, { isPartial: true }, { isWholeKnown: false }, { amount: null }])
      used.add(whereaboutsOf(told({ kind: 'money_transfer', status: 'completed', isReversal: true, ...more })));
    expect(WHEREABOUTS.filter((key) => !used.has(key))).toEqual([]);
  });
});
