import { Fragment, type ReactNode } from 'react';

/** The little Markdown of an OpenAPI description: paragraphs, `code` and **what matters**. */
export function Prose({ text, className }: { readonly text: string; readonly className?: string }) {
  const paragraphs = text.split('\n\n');
  return (
    <div className={className}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>
          <Inline text={paragraph} />
        </p>
      ))}
    </div>
  );
}

export function Inline({ text }: { readonly text: string }) {
  const parts = [...text.matchAll(/`([^`]+)`|\*\*([^*]+)\*\*|[^`*]+|[`*]/g)];
  return parts.map((part) => <Fragment key={part.index}>{written(part)}</Fragment>);
}

function written([whole, code, strong]: RegExpExecArray): ReactNode {
  if (code !== undefined) return <Code>{code}</Code>;
  return strong === undefined ? whole : <strong className="font-semibold text-ink">{strong}</strong>;
}

export function Code({ children }: { readonly children: string }) {
  return <code className="rounded bg-sunken px-1 font-mono text-xs break-words text-ink">{children}</code>;
}

/** The words that may stand somewhere: one element for all of them, since a reference has hundreds of lists of them. */
export function Words({ words }: { readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <p className="mt-0.5 text-xs text-ink-2">
      One of <code className="font-mono text-ink">{words.join(', ')}</code>
    </p>
  );
}
