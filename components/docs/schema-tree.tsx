import type { Member, Node } from '@/lib/openapi/reference';
import { Inline, Words } from './prose';

/** The anchor of a shared schema. */
export function schemaAnchor(name: string): string {
  return `schema-${name}`;
}

/** A schema as a nested list. What is shared is a link to its own place. */
export function SchemaTree({ node }: { readonly node: Node }) {
  if (node.members.length > 0 || node.base) return <Members node={node} />;
  return (
    <p className="text-body text-ink-2">
      <TypeName node={node} />
    </p>
  );
}

function Members({ node: { base, members } }: { readonly node: Node }) {
  return (
    <ul className="space-y-2.5">
      {base && (
        <li className="text-body text-ink-2">
          All of <SchemaLink name={base} />, and:
        </li>
      )}
      {members.map((member: Member) => (
        <li key={member.name} className="min-w-0">
          <p className="text-body">
            <code className="mr-2 font-mono text-xs font-medium break-all text-ink">{member.name}</code>
            <TypeName node={member} />
          </p>
          {member.description && (
            <p className="text-body text-ink-2">
              <Inline text={member.description} />
            </p>
          )}
          <Words words={member.words} />
          {(member.members.length > 0 || member.base) && (
            <div className="mt-2 border-l border-line pl-3.5">
              <Members node={member} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function TypeName({ node }: { readonly node: Node | Member }) {
  const { type, shared, isNullable } = node;
  const isOptional = 'isRequired' in node && !node.isRequired;
  return (
    <span className="text-xs text-ink-2">
      {shared === null ? type : type.slice(0, type.length - shared.length)}
      {shared !== null && <SchemaLink name={shared} />}
      {`${isNullable ? ' or null' : ''}${isOptional ? ', optional' : ''}`}
    </span>
  );
}

function SchemaLink({ name }: { readonly name: string }) {
  return (
    <a href={`#${schemaAnchor(name)}`} className="font-medium text-accent hover:underline">
      {name}
    </a>
  );
}
