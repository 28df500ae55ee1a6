import type { Member, Node } from '@/lib/openapi/reference';
import { Inline, Words } from './prose';

/** The anchor of a shared schema. */
export function schemaAnchor(name: string): string {
  return `schema-${name}`;
}

/** A schema as a nested list. What is shared is a link to its own place. */
export function SchemaTree({ node }: { readonly node: Node }) {
  if (node.members.length === 0) {
    return (
      <p className="text-body text-ink-2">
        <TypeName node={node} />
      </p>
    );
  }
  return <Members members={node.members} />;
}

function Members({ members }: { readonly members: readonly Member[] }) {
  return (
    <ul className="space-y-2.5">
      {members.map((member) => (
        <li key={member.name} className="min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-2 text-body">
            <code className="font-mono text-xs font-medium break-all text-ink">{member.name}</code>
            <TypeName node={member} />
            {!member.isRequired && <span className="text-xs text-ink-2">optional</span>}
          </p>
          {member.description && (
            <p className="text-body text-ink-2">
              <Inline text={member.description} />
            </p>
          )}
          <Words words={member.words} />
          {member.members.length > 0 && (
            <div className="mt-2 border-l border-line pl-3.5">
              <Members members={member.members} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function TypeName({ node }: { readonly node: Node }) {
  const { type, shared, isNullable } = node;
  return (
    <span className="text-xs text-ink-2">
      {shared === null ? (
        type
      ) : (
        <>
          {type.slice(0, type.length - shared.length)}
          <a href={`#${schemaAnchor(shared)}`} className="font-medium text-accent hover:underline">
            {shared}
          </a>
        </>
      )}
      {isNullable && ' or null'}
    </span>
  );
}
