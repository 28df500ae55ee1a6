import type { Metadata } from 'next';
import { Contents } from '@/components/docs/contents';
import { Operation } from '@/components/docs/operation';
import { Prose } from '@/components/docs/prose';
import { SchemaTree, schemaAnchor } from '@/components/docs/schema-tree';
import { PageHeader } from '@/components/layout/page-header';
import { buttonClass } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { requireRight } from '@/lib/access/session';
import { env } from '@/lib/env';
import { apiDocument } from '@/lib/openapi/document';
import { referenceOf } from '@/lib/openapi/reference';

export const metadata: Metadata = { title: 'API reference' };

/** The reference of the API for people; the same document that `/api/v1/openapi.json` gives to tools. In English only. */
export default async function DocsPage() {
  await requireRight('ask');
  const reference = referenceOf(apiDocument(new URL(env().APP_URL).origin));
  return (
    <div lang="en">
      <PageHeader
        title="API reference"
        description="What programs can ask of the desk. In English only, in every language of the desk."
        actions={
          <a href="/api/v1/openapi.json" className={buttonClass()}>
            OpenAPI 3.1
          </a>
        }
      />
      <div className="grid gap-6 lg:grid-cols-[15rem_minmax(0,1fr)] lg:items-start">
        <Contents reference={reference} />
        <div className="min-w-0 space-y-8">
          <Prose text={reference.description} className="max-w-3xl space-y-3 text-body text-ink-2" />
          {reference.groups.map(({ name, description, operations }) => (
            <section key={name} aria-label={name} className="space-y-4">
              <div>
                <h2 className="text-base font-semibold text-ink">{name}</h2>
                <p className="text-body text-ink-2">{description}</p>
              </div>
              {operations.map((operation) => (
                <Operation key={operation.id} operation={operation} />
              ))}
            </section>
          ))}
          {reference.schemas.map(({ name, node }) => (
            <SectionCard key={name} id={schemaAnchor(name)} title={name} className="scroll-mt-20">
              <SchemaTree node={node} />
            </SectionCard>
          ))}
        </div>
      </div>
    </div>
  );
}
