import type { Answerer } from '@/lib/events/acknowledgement';

const ANSWERER_WORDS = {
  app: { label: 'Our app', explanation: 'The log says that the proxy passed on an answer from behind it' },
  front: {
    label: 'In front of us',
    explanation:
      'The proxy or the host: the desk gave no such answer at that time, or the log says that nobody behind did',
  },
  unknown: {
    label: 'Not known',
    explanation: 'The log does not say, and the desk gave the same answer to another request at that time',
  },
} as const satisfies Record<Answerer, { label: string; explanation: string }>;

/** Who gave an answer that a provider took for "delivered", as far as there is evidence. */
export function AnswererText({ answeredBy }: { readonly answeredBy: Answerer }) {
  const { label, explanation } = ANSWERER_WORDS[answeredBy];
  return (
    <span title={explanation} className={`whitespace-nowrap ${answeredBy === 'unknown' ? 'text-ink-2 italic' : ''}`}>
      {label}
    </span>
  );
}
