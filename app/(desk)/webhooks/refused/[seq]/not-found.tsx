import { FileQuestionMark } from 'lucide-react';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';

/** A number that no refusal has. */
export default function RefusalNotFound() {
  return (
    <>
      <PageHeader title="No such refusal" back={{ href: '/webhooks/refused', label: 'Refused' }} />
      <Card>
        <EmptyState
          icon={FileQuestionMark}
          title="No refusal has this number"
          actions={<ButtonLink href="/webhooks/refused">All refusals</ButtonLink>}
        >
          Refused messages are numbered as they are kept. Past the bounds of the log they are only counted and have no
          number.
        </EmptyState>
      </Card>
    </>
  );
}
