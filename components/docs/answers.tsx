import { ChevronRight } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { CodeBlock } from '@/components/ui/code-block';
import type { ShownAnswer } from '@/lib/openapi/reference';
import { Code, Inline } from './prose';
import { SchemaTree } from './schema-tree';

type Props = { readonly answers: readonly ShownAnswer[]; readonly label: string };

/** What an operation answers: what it was asked for with all its members, errors in a line each. */
export function Answers({ answers, label }: Props) {
  const errors = answers.filter(({ codes }) => codes.length > 0);
  return (
    <div className="space-y-4">
      {answers
        .filter(({ codes }) => codes.length === 0)
        .map((answer) => (
          <Answer key={answer.status} answer={answer} label={label} />
        ))}
      {errors.length > 0 && (
        <ul className="space-y-1.5" aria-label="Errors">
          {errors.map(({ status, description, codes }) => (
            <li key={status} className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-body text-ink-2">
              <Status status={status} />
              <span className="min-w-0">
                {codes.map((code) => (
                  <span key={code}>
                    <Code>{code}</Code>{' '}
                  </span>
                ))}
                {description}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Answer({ answer, label }: { readonly answer: ShownAnswer; readonly label: string }) {
  const { status, description, node, files, headers, example } = answer;
  return (
    <div className="min-w-0 space-y-2">
      <p className="flex flex-wrap items-baseline gap-x-2 text-body">
        <Status status={status} />
        {description}
      </p>
      {files.length > 0 && (
        <p className="text-body text-ink-2">
          As{' '}
          {files.map((type) => (
            <span key={type}>
              <Code>{type}</Code>{' '}
            </span>
          ))}
        </p>
      )}
      {headers.map(({ name, description }) => (
        <p key={name} className="text-body text-ink-2">
          <Code>{name}</Code> <Inline text={description} />
        </p>
      ))}
      {node && (
        <div className="border-l border-line pl-3.5">
          <SchemaTree node={node} />
        </div>
      )}
      {example && (
        <details className="group">
          <summary className="inline-flex cursor-pointer items-center gap-1 rounded-md text-body font-medium text-accent">
            <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
            Example answer
          </summary>
          <div className="mt-2">
            <CodeBlock code={example} label={`example answer ${status} of ${label}`} />
          </div>
        </details>
      )}
    </div>
  );
}

function Status({ status }: { readonly status: string }) {
  const tone = status.startsWith('2') ? 'positive' : status.startsWith('5') ? 'negative' : 'caution';
  return <Badge tone={tone}>{status}</Badge>;
}
