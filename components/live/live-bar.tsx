import { LiveDot } from './live-dot';
import { NewRowsPill } from './new-rows-pill';
import type { LiveRows } from './use-live-rows';

type Props = { readonly live: Pick<LiveRows<unknown>, 'link' | 'news'> & { readonly show: () => void } };

/** Whether a list follows the store, and what came since it was drawn. */
export function LiveBar({ live: { link, news, show } }: Props) {
  return (
    <>
      <LiveDot link={link} />
      <NewRowsPill news={news} show={show} />
    </>
  );
}
