import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  KeyRound,
  Laptop,
  type LucideIcon,
  MapPin,
  Network,
  OctagonAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { TONE_TEXT, type Tone } from '@/components/ui/tone';
import { formatLag } from '@/lib/format';
import type { KeyRingState } from '@/lib/providers/key-ring';
import type { ProofLine } from '@/lib/providers/proof-lines';

/** How a source's deliveries are proven here, one line for each way, with the state of its keys. */
export function ProofList({ proofs }: { readonly proofs: readonly ProofLine[] }) {
  return (
    <ul className="space-y-2.5 text-body">
      {proofs.map((proof) => (
        <ProofItem key={proof.way === 'signature' ? proof.signer : proof.way} proof={proof} />
      ))}
    </ul>
  );
}

function ProofItem({ proof }: { readonly proof: ProofLine }) {
  switch (proof.way) {
    case 'signature': {
      const state = keyState(proof.keys);
      return (
        <Line icon={state.icon} tone={state.tone} title={`Signature of ${signerName(proof.signer)}`}>
          {proof.scheme}, header <code className="font-mono break-all">{proof.header}</code>.{' '}
          <span className={classNames('block', TONE_TEXT[state.tone])}>{state.words}</span>
        </Line>
      );
    }
    case 'signature-required':
      return (
        <Line icon={CircleAlert} tone="neutral" title="Only signed">
          Unsigned deliveries are refused, wherever they come from (JUNO_REQUIRE_SIGNATURE).
        </Line>
      );
    case 'addresses':
      return (
        <Line icon={MapPin} tone="positive" title="Published addresses, where it is not signed">
          <span className="font-mono break-all">{proof.addresses.join(', ')}</span>
        </Line>
      );
    case 'path-secret':
      return (
        <Line icon={KeyRound} tone="positive" title="Secret at the end of the address">
          Set in RIPIO_PATH_SECRET; only its hash is kept in memory.
        </Line>
      );
    case 'only-from':
      return (
        <Line icon={Network} tone="positive" title="Only from the configured addresses">
          Whatever else proves it (RIPIO_ADDRESSES).
        </Line>
      );
    case 'loopback':
      return (
        <Line icon={Laptop} tone="caution" title="Unsigned, from this machine only">
          Because the desk runs in local mode.
        </Line>
      );
    default:
      return proof satisfies never;
  }
}

type LineProps = {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly title: string;
  readonly children: ReactNode;
};

function Line({ icon: Icon, tone, title, children }: LineProps) {
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden className={classNames('mt-0.5 size-4 shrink-0', TONE_TEXT[tone])} />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        <p className="text-xs text-ink-2">{children}</p>
      </div>
    </li>
  );
}

const SIGNER_NAMES: Readonly<Record<string, string>> = {
  bitso: 'Bitso',
  brla: 'BRLA',
  avenia: 'Avenia',
  ripio: 'Ripio',
};

function signerName(signer: string): string {
  return SIGNER_NAMES[signer] ?? signer;
}

/** What this process knows of the keys; it asks for them when the first signed delivery needs them. */
function keyState(keys: KeyRingState | null): {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly words: string;
} {
  if (keys === null) return { icon: OctagonAlert, tone: 'negative', words: 'No key is set, so no signature can hold.' };
  const known = `${keys.ids.length} ${keys.ids.length === 1 ? 'key' : 'keys'}${named(keys.ids)}`;
  if (keys.isFixed) return { icon: CircleCheck, tone: 'positive', words: `${known}, set by configuration.` };
  const fetched = keys.ageMs === null ? null : `fetched ${formatLag(keys.ageMs)} ago`;
  if (keys.failure !== null) {
    const since = keys.failingMs === null ? '' : ` for ${formatLag(keys.failingMs)}`;
    const fallback = fetched
      ? `${known}, ${fetched}, still used meanwhile.`
      : 'No key is known: signed deliveries are answered 503.';
    return {
      icon: OctagonAlert,
      tone: 'negative',
      words: `Key endpoint unreachable${since}: ${keys.failure} ${fallback}`,
    };
  }
  if (fetched) return { icon: CircleCheck, tone: 'positive', words: `${known}, ${fetched} from the provider.` };
  return {
    icon: CircleDashed,
    tone: 'neutral',
    words: 'Key not asked for yet: the first signed delivery makes this process fetch it.',
  };
}

function named(ids: readonly (string | null)[]): string {
  const names = ids.filter((id) => id !== null);
  return names.length > 0 ? ` (${names.join(', ')})` : '';
}
