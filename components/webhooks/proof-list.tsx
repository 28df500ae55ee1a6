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
import { useRegion } from '@/components/language/reader';
import { classNames } from '@/components/ui/class-names';
import { TONE_TEXT, type Tone } from '@/components/ui/tone';
import { formatLag } from '@/lib/format';
import type { Translator } from '@/lib/language/catalogue';
import type { Region } from '@/lib/language/region';
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
  const t = useTranslations('acknowledgements');
  const region = useRegion();
  switch (proof.way) {
    case 'signature': {
      const state = keyState(proof.keys, region, t);
      return (
        <Line
          icon={state.icon}
          tone={state.tone}
          title={t('sources.proof.signature', { signer: signerName(proof.signer) })}
        >
          {t.rich('sources.proof.signatureText', {
            scheme: proof.scheme,
            header: proof.header,
            code: (chunks) => <code className="font-mono break-all">{chunks}</code>,
          })}{' '}
          <span className={classNames('block', TONE_TEXT[state.tone])}>{state.words}</span>
        </Line>
      );
    }
    case 'signature-required':
      return (
        <Line icon={CircleAlert} tone="neutral" title={t('sources.proof.onlySigned')}>
          {t('sources.proof.onlySignedText')}
        </Line>
      );
    case 'addresses':
      return (
        <Line icon={MapPin} tone="positive" title={t('sources.proof.addresses')}>
          <span className="font-mono break-all">{proof.addresses.join(', ')}</span>
        </Line>
      );
    case 'path-secret':
      return (
        <Line icon={KeyRound} tone="positive" title={t('sources.proof.secret')}>
          {t('sources.proof.secretText')}
        </Line>
      );
    case 'only-from':
      return (
        <Line icon={Network} tone="positive" title={t('sources.proof.onlyFrom')}>
          {t('sources.proof.onlyFromText')}
        </Line>
      );
    case 'loopback':
      return (
        <Line icon={Laptop} tone="caution" title={t('sources.proof.loopback')}>
          {t('sources.proof.loopbackText')}
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

type KeyLook = { readonly icon: LucideIcon; readonly tone: Tone; readonly words: string };

/** What this process knows of the keys; it asks for them when the first signed delivery needs them. */
function keyState(keys: KeyRingState | null, region: Region, t: Translator<'acknowledgements'>): KeyLook {
  if (keys === null) return { icon: OctagonAlert, tone: 'negative', words: t('sources.key.none') };
  const known = knownKeys(keys.ids, t);
  if (keys.isFixed) return { icon: CircleCheck, tone: 'positive', words: t('sources.key.fixed', { keys: known }) };
  const age = keys.ageMs === null ? null : formatLag(keys.ageMs, region);
  if (keys.failure !== null) {
    const then = age === null ? t('sources.key.noneKnown') : t('sources.key.stillUsed', { keys: known, lag: age });
    const told = { failure: keys.failure, then };
    const words =
      keys.failingMs === null
        ? t('sources.key.unreachable', told)
        : t('sources.key.unreachableFor', { ...told, lag: formatLag(keys.failingMs, region) });
    return { icon: OctagonAlert, tone: 'negative', words };
  }
  if (age !== null)
    return { icon: CircleCheck, tone: 'positive', words: t('sources.key.fetched', { keys: known, lag: age }) };
  return { icon: CircleDashed, tone: 'neutral', words: t('sources.key.notAsked') };
}

function knownKeys(ids: readonly (string | null)[], t: Translator<'acknowledgements'>): string {
  const names = ids.filter((id) => id !== null).join(', ');
  return names === ''
    ? t('sources.key.count', { count: ids.length })
    : t('sources.key.countNamed', { count: ids.length, names });
}
