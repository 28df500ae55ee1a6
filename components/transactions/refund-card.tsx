import { Badge } from '@/components/ui/badge';
import { SectionCard } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { TONE_SOFT } from '@/components/ui/tone';
import type { RefundStep } from '@/lib/events/event';
import { type Environment, KIND_LABELS, type Kind } from '@/lib/providers/catalogue';
import { ORIGINAL_STATUS } from '@/lib/transactions/sentence';
import type { Refund, Transaction } from '@/lib/transactions/transaction';
import { REFUND_LOOKS } from './event-words';
import { explorerPage, shapeOf } from './identifier-shape';
import { IdentifierValue } from './identifier-value';
import { MoneyText } from './money-text';
import { missingIdWords, stepWords } from './refund-steps';
import { StatusBadge } from './status-badge';

type Props = { readonly transaction: Transaction; readonly refund: Refund; readonly environment: Environment };

/**
 * The original and its refund as two states side by side: "failed" and "complete" are then two facts about two things
 * and cannot be misread as one.
 */
export function RefundCard({ transaction, refund, environment }: Props) {
  // BRLA's type REFUND brings the refund's word in place of the payment's.
  const ownWord = transaction.kind === 'usd_to_pix' ? null : transaction.providerStatus;
  // A refund may repeat a step: its place is its identity.
  const steps = refund.steps.map((step, place) => ({ step, place }));
  return (
    <SectionCard
      title="Refund"
      description="Two things with a state each: the original payment, and the return of its money"
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Track title={`Original: ${KIND_LABELS[transaction.kind]}`}>
          <StatusBadge status={ORIGINAL_STATUS[transaction.status]} />
          {ownWord && <span className="font-mono text-xs text-ink-2">{ownWord}</span>}
          <MoneyText
            money={transaction.amount}
            isCurrencyAssumed={transaction.isCurrencyAssumed}
            className="text-body"
          />
        </Track>
        <Track title="Return of the money">
          <RefundBadge refund={refund} />
          {refund.providerStatus && <span className="font-mono text-xs text-ink-2">{refund.providerStatus}</span>}
        </Track>
      </div>
      {steps.length > 0 ? (
        <ol className="mt-4 list-none" aria-label="Steps of the refund, in the provider's order">
          {steps.map(({ step, place }) => (
            <Step
              key={place}
              step={step}
              kind={transaction.kind}
              network={transaction.network}
              environment={environment}
            />
          ))}
        </ol>
      ) : (
        <p className="mt-4 text-xs text-ink-2">The provider told no single steps.</p>
      )}
    </SectionCard>
  );
}

function Track({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className="rounded-lg border border-line bg-canvas px-3 py-2.5">
      <h3 className="text-xs text-ink-2">{title}</h3>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">{children}</p>
    </div>
  );
}

function RefundBadge({ refund }: { readonly refund: Refund }) {
  if (!refund.status) return <Badge title="The provider told steps, and no state of the whole">State not told</Badge>;
  const { words, icon, tone } = REFUND_LOOKS[refund.status];
  return (
    <Badge icon={icon} tone={tone}>
      {words}
    </Badge>
  );
}

type StepProps = {
  readonly step: RefundStep;
  readonly kind: Kind;
  readonly network: string | null;
  readonly environment: Environment;
};

function Step({ step, kind, network, environment }: StepProps) {
  const { words: state, icon: Icon, tone } = REFUND_LOOKS[step.status];
  return (
    <li className="group/step relative flex gap-3 pb-4 last:pb-0">
      <span aria-hidden className="absolute top-6 bottom-0 left-3 w-px bg-line-strong group-last/step:hidden" />
      <span className={classNames('z-10 grid size-6 shrink-0 place-items-center rounded-full border', TONE_SOFT[tone])}>
        <Icon aria-hidden className="size-3.5" />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <p className="text-body font-medium text-ink">{stepWords(step.step, kind)}</p>
          <p className="text-xs text-ink-2">{state}</p>
        </div>
        <p className="font-mono text-2xs text-ink-2">
          {step.step} · {step.providerStatus}
        </p>
        {step.id === null ? (
          <p className="mt-0.5 text-xs text-ink-2 italic">{missingIdWords(step)}</p>
        ) : (
          <div className="mt-0.5 flex flex-wrap items-start gap-x-2 text-xs">
            <span className="pt-0.5 text-ink-2">{shapeOf(step.id)}</span>
            <span className="min-w-0 flex-1 basis-60">
              <IdentifierValue
                value={step.id}
                label={`id of ${step.step}`}
                explorer={explorerPage('refund_step_id', step.id, network, environment)}
              />
            </span>
          </div>
        )}
      </div>
    </li>
  );
}
