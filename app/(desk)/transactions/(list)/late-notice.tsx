import { Alert } from '@/components/ui/alert';
import { formatLag } from '@/lib/format';
import { lateSources } from '@/lib/late-sources';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';

type Props = {
  readonly now: Date;
  /** The providers that the list shows; empty for all. */
  readonly providers: readonly string[];
};

/** Names a source that is quiet for longer than usual: what it did not send is not in the list. */
export async function LateNotice({ now, providers }: Props) {
  const late = (await lateSources(now)).filter(
    ({ provider }) =>
      !providers.includes(`!${provider}`) &&
      (providers.every((one) => one.startsWith('!')) || providers.includes(provider)),
  );
  if (late.length === 0) return null;
  return (
    <Alert tone="caution" title="Figures may be incomplete" className="mb-4">
      <ul>
        {late.map(({ provider, silentMs, usual }) => (
          <li key={provider}>
            {PROVIDER_LABELS[provider]}: last delivery {formatLag(silentMs)} ago; about {Math.round(usual)} usually come
            in that time.
          </li>
        ))}
      </ul>
    </Alert>
  );
}
