import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import type { ShownBody } from '@/lib/events/received';
import { type BodyView, SHOWN_BYTES, viewBody } from './body-text';
import { RawPre, RawText } from './raw-text';

type Props = {
  readonly body: ShownBody;
  readonly seq: string;
  /** Where the pages of its kind are; the download is under it. */
  readonly room?: '/webhooks' | '/webhooks/refused';
};

/** The bytes of a message as they came: text exactly, anything else as a hex dump. */
export function RawBody({ body, seq, room = '/webhooks' }: Props) {
  const t = useTranslations('deliveries');
  if (body === 'erased') return <p className="text-xs text-ink-2">{t('body.erased')}</p>;
  const view = body && viewBody(body);
  return (
    <div className="space-y-2">
      {view === null ? <p className="text-xs text-ink-2">{t('body.tooLong')}</p> : <Body view={view} />}
      {view && 'isCut' in view && view.isCut && (
        <p className="text-xs text-ink-2">
          {t('body.cut', { size: view.form === 'text' ? `${SHOWN_BYTES / 1024} KiB` : '4 KiB' })}
        </p>
      )}
      {(view === null || view.form !== 'empty') && (
        <a href={`${room}/${seq}/raw`} download className={buttonClass({ look: 'ghost', size: 'small' }, '-ml-2')}>
          <Download aria-hidden />
          {t('body.download')}
        </a>
      )}
    </div>
  );
}

function Body({ view }: { readonly view: BodyView }) {
  const t = useTranslations('deliveries');
  if (view.form === 'empty') return <p className="text-xs text-ink-2">{t('body.empty')}</p>;
  if (view.form === 'text') return <RawText text={view.text} isCut={view.isCut} />;
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-sunken">
      <p className="border-b border-line px-3 py-1.5 text-xs text-ink-2">{t('body.notText')}</p>
      <RawPre label={t('body.bytes')}>{view.dump}</RawPre>
    </div>
  );
}
