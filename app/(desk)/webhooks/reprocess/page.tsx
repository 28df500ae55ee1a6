import { Hourglass, MousePointerClick, Unlink } from 'lucide-react';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { IgnoredParameters } from '@/components/transactions/list-states';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { receivedHref } from '@/components/webhooks/received-href';
import { ReprocessPanel } from '@/components/webhooks/reprocess-panel';
import { type Sight, sightOf } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { matchingSeqs } from '@/lib/events/received.store';
import { readKeptSelection } from '@/lib/events/received-kept.store';
import type { Selection } from '@/lib/events/received-query';
import { spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';
import { MAX_REPROCESSED, previewReprocess } from '@/lib/reprocess';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { inTime } from '@/lib/snapshot.store';
import { privatelyAt } from '../../privately';
import { runReprocess } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks');
  return { title: t('again.title') };
}

type Props = { readonly searchParams: Promise<PageSearchParams> };

/** Reading many deliveries again: first what would change, then the doing, then what came of it. */
export default async function ReprocessPage({ searchParams }: Props) {
  const viewer = await requireRight('browse');
  const sight = sightOf(viewer);
  const search = toSearch(await searchParams);
  await privatelyAt(viewer, 'received', '/webhooks/reprocess', search);
  const selection = await readKeptSelection(sight, search);
  const t = await getTranslations('webhooks');
  const reader = await displayReader();
  const back = receivedHref(
    'by' in selection && selection.by === 'filter'
      ? { filters: { ...selection.filters, find: search.get('find')?.trim() || null } }
      : {},
  );
  return (
    <Messages rooms={['deliveries']}>
      <PageHeader title={t('again.title')} description={t('again.about')} back={{ href: back, label: t('title') }} />
      {'problems' in selection ? (
        <>
          <IgnoredParameters
            problems={selection.problems.map(({ parameter, message }) => ({
              parameter,
              message: spoken(message, reader),
            }))}
          />
          <Card>
            <EmptyState icon={Unlink} title={t('again.unreadable')} actions={<Back href={back} />}>
              {t('again.unreadableAbout')}
            </EmptyState>
          </Card>
        </>
      ) : (
        <Preview selection={selection} back={back} sight={sight} />
      )}
    </Messages>
  );
}

type PreviewProps = { readonly selection: Selection; readonly back: string; readonly sight: Sight };

async function Preview({ selection, back, sight }: PreviewProps) {
  const t = await getTranslations('webhooks');
  const found = await resolve(selection);
  if (found === 'too long') {
    return (
      <Card>
        <EmptyState icon={Hourglass} title={t('again.tooLong')} actions={<Back href={back} />}>
          {t('again.tooLongAbout')}
        </EmptyState>
      </Card>
    );
  }
  const seqs = found.slice(0, MAX_REPROCESSED);
  return (
    <div className="space-y-3">
      {found.length > seqs.length && (
        <Alert tone="caution" title={t('again.cut', { count: MAX_REPROCESSED })}>
          {t('again.cutAbout', { count: MAX_REPROCESSED })}
        </Alert>
      )}
      <ReprocessPanel
        seqs={seqs.map(String)}
        effects={seqs.length > 0 ? await previewReprocess(sight, seqs) : []}
        action={runReprocess}
        cancel={<Back href={back} />}
        nothing={
          <Card>
            <EmptyState icon={MousePointerClick} title={t('again.none')} actions={<Back href={back} />}>
              {t('again.noneAbout')}
            </EmptyState>
          </Card>
        }
      />
    </div>
  );
}

/** The chosen numbers, and one more than may be read at once where there are more. The server resolves a filter, not the browser. */
async function resolve(selection: Selection): Promise<bigint[] | 'too long'> {
  if (selection.by === 'number') return selection.seqs.map(BigInt);
  return inTime(matchingSeqs(selection.filters, MAX_REPROCESSED + 1));
}

function Back({ href }: { readonly href: string }) {
  const t = useTranslations('webhooks');
  return <ButtonLink href={href}>{t('again.back')}</ButtonLink>;
}
