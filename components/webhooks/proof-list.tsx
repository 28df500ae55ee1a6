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
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Says } from '@/components/language/says';
import { classNames } from '@/components/ui/class-names';
import { TONE_TEXT, type Tone } from '@/components/ui/tone';
import { type Said, said } from '@/lib/language/said';
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
  const t = useTranslations('proof');
  switch (proof.way) {
    case 'signature':
      return <SignatureLine proof={proof} />;
    case 'signature-required':
      return (
        <Line icon={CircleAlert} tone="neutral" title={t('way.required.title')}>
          {t('way.required.about')}
        </Line>
      );
    case 'addresses':
      return (
        <Line icon={MapPin} tone="positive" title={t('way.addresses')}>
          <span className="font-mono break-all">{proof.addresses.join(', ')}</span>
        </Line>
      );
    case 'path-secret':
      return (
        <Line icon={KeyRound} tone="positive" title={t('way.pathSecret.title')}>
          {t('way.pathSecret.about')}
        </Line>
      );
    case 'only-from':
      return (
        <Line icon={Network} tone="positive" title={t('way.onlyFrom.title')}>
          {t('way.onlyFrom.about')}
        </Line>
      );
    case 'loopback':
      return (
        <Line icon={Laptop} tone="caution" title={t('way.loopback.title')}>
          {t('way.loopback.about')}
        </Line>
      );
    default:
      return proof satisfies never;
  }
}

function SignatureLine({ proof }: { readonly proof: Extract<ProofLine, { way: 'signature' }> }) {
  const t = useTranslations('proof');
  const state = keyState(proof.keys);
  return (
    <Line icon={state.icon} tone={state.tone} title={t('way.signature.title', { signer: signerName(proof.signer) })}>
      {t.rich('way.signature.about', {
        scheme: t(`scheme.${proof.scheme}`),
        code: () => <code className="font-mono break-all">{proof.header}</code>,
      })}{' '}
      <span className={classNames('block', TONE_TEXT[state.tone])}>
        <Says said={state.words} />
      </span>
    </Line>
  );
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
  readonly words: Said;
} {
  if (keys === null) return { icon: OctagonAlert, tone: 'negative', words: said('proof.keys.notSet') };
  const known = knownKeys(keys.ids);
  if (keys.isFixed) return { icon: CircleCheck, tone: 'positive', words: said('proof.keys.fixed', { keys: known }) };
  const age = keys.ageMs === null ? null : { lag: keys.ageMs };
  if (keys.failure !== null) {
    const fallback = age ? said('proof.keys.stillUsed', { keys: known, age }) : said('proof.keys.nothing');
    const told = { failure: keys.failure, fallback };
    const words =
      keys.failingMs === null
        ? said('proof.keys.failing', told)
        : said('proof.keys.failingFor', { ...told, time: { lag: keys.failingMs } });
    return { icon: OctagonAlert, tone: 'negative', words };
  }
  if (age) return { icon: CircleCheck, tone: 'positive', words: said('proof.keys.fetched', { keys: known, age }) };
  return { icon: CircleDashed, tone: 'neutral', words: said('proof.keys.notAsked') };
}

function knownKeys(ids: readonly (string | null)[]): Said {
  const names = ids.filter((id) => id !== null);
  const count = ids.length;
  return names.length > 0
    ? said('proof.keys.named', { count, names: { all: names } })
    : said('proof.keys.known', { count });
}
