import { CopyButton } from './copy-button';

/** A command to copy and run. */
export function CodeBlock({ code, label }: { readonly code: string; readonly label: string }) {
  return (
    <div className="relative rounded-lg border border-line bg-sunken text-left">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="overflow-x-auto p-3.5 pr-11 font-mono text-xs leading-5 text-ink">
        {code}
      </pre>
      <CopyButton value={code} label={label} className="absolute top-2 right-2 bg-sunken" />
    </div>
  );
}
