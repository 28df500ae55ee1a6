import { FileQuestionMark } from 'lucide-react';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';

/** A number that no delivery has. */
export default function DeliveryNotFound() {
  return (
    <>
      <PageHeader title="No such delivery" back={{ href: '/webhooks', label: 'Webhooks' }} />
      <Card>
        <EmptyState
          icon={FileQuestionMark}
          title="No delivery has this number"
          actions={<ButtonLink href="/webhooks">All deliveries</ButtonLink>}
        >
          Deliveries are numbered from 1 as they arrive, and none is ever deleted. A gap in the numbers is a message
          that was never stored, and never answered as stored.
        </EmptyState>
      </Card>
    </>
  );
}
