import { Download } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { type BodyView, SHOWN_BYTES, viewBody } from './body-text';
import { RawPre, RawText } from './raw-text';

type Props = {
  /** `null`: too long to be shown here. */
  readonly body: Uint8Array | null;
  readonly seq: string;
  /** Where the pages of its kind are; the download is under it. */
  readonly room?: '/webhooks' | '/webhooks/refused';
};

/** The bytes of a message as they came: text exactly, anything else as a hex dump. */
export function RawBody({ body, seq, room = '/webhooks' }: Props) {
  const view = body && viewBody(body);
  return (
    <div className="space-y-2">
      {view === null ? (
        <p className="text-xs text-ink-2">The body is too long to be shown here.</p>
      ) : (
        <Body view={view} />
      )}
      {view && 'isCut' in view && view.isCut && (
        <p className="text-xs text-ink-2">
          Only the beginning is shown ({view.form === 'text' ? `${SHOWN_BYTES / 1024} KiB` : '4 KiB'}). The download has
          every byte.
        </p>
      )}
      {(view === null || view.form !== 'empty') && (
        <a href={`${room}/${seq}/raw`} download className={buttonClass({ look: 'ghost', size: 'small' }, '-ml-2')}>
          <Download aria-hidden />
          Download the exact bytes
        </a>
      )}
    </div>
  );
}

function Body({ view }: { readonly view: BodyView }) {
  if (view.form === 'empty') return <p className="text-xs text-ink-2">The body was empty: not one byte came.</p>;
  if (view.form === 'text') return <RawText text={view.text} isCut={view.isCut} />;
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-sunken">
      <p className="border-b border-line px-3 py-1.5 text-xs text-ink-2">Not UTF-8 text; shown byte by byte.</p>
      <RawPre label="Body, byte by byte">{view.dump}</RawPre>
    </div>
  );
}
