import { KeyRound, LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';
import type { ShownOperation } from '@/lib/openapi/reference';
import { Answers } from './answers';
import { ParameterTable } from './parameter-table';
import { Inline } from './prose';
import { SchemaTree } from './schema-tree';

/** Such a body stands in the command already. */
const JSON_TYPE = 'application/json';

/** One operation, whole: what it asks for, how it is called, what it answers. */
export function Operation({ operation }: { readonly operation: ShownOperation }) {
  const { id, method, path, summary, description, right, parameters, body, curl, answers } = operation;
  return (
    <Card className="min-w-0">
      <article id={id} aria-labelledby={`${id}-title`} className="scroll-mt-20">
        <header className="space-y-1.5 border-b border-line px-4 py-3">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
            <h3 id={`${id}-title`} className="text-sm font-semibold text-ink">
              <a href={`#${id}`} className="hover:underline">
                {summary}
              </a>
            </h3>
            {right === null ? (
              <Badge icon={LockOpen}>no key</Badge>
            ) : (
              <Badge icon={KeyRound} title={`The key’s scope must have ${right}`}>
                needs {right}
              </Badge>
            )}
          </div>
          <p className="flex flex-wrap items-baseline gap-2">
            <Method method={method} />
            <code className="min-w-0 font-mono text-xs break-all text-ink">{path}</code>
          </p>
          <p className="max-w-3xl text-body text-ink-2">
            <Inline text={description} />
          </p>
        </header>
        <div className="space-y-5 p-4">
          <Part title="Example">
            <CodeBlock code={curl} label={`example of ${summary}`} />
          </Part>
          {parameters.length > 0 && (
            <Part title="Parameters">
              <ParameterTable parameters={parameters} caption={`Parameters of ${summary}`} />
            </Part>
          )}
          {body && (
            <Part title="Body">
              <p className="text-body text-ink-2">
                <Inline text={body.description} /> <code className="font-mono text-xs text-ink">{body.type}</code>
              </p>
              {body.node && (
                <div className="border-l border-line pl-3.5">
                  <SchemaTree node={body.node} />
                </div>
              )}
              {body.example && body.type !== JSON_TYPE && (
                <CodeBlock code={body.example} label={`example body of ${summary}`} />
              )}
            </Part>
          )}
          <Part title="Answers">
            <Answers answers={answers} label={summary} />
          </Part>
        </div>
      </article>
    </Card>
  );
}

export function Method({ method }: { readonly method: string }) {
  return (
    <span className={`font-mono text-xs font-semibold ${method === 'GET' ? 'text-progress' : 'text-positive'}`}>
      {method}
    </span>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="min-w-0 space-y-2">
      <h4 className="text-xs font-medium text-ink-2">{title}</h4>
      {children}
    </section>
  );
}
