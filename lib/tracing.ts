import 'server-only';
import { type Attributes, SpanStatusCode, trace } from '@opentelemetry/api';
import { registerOTel } from '@vercel/otel';
import { env } from '@/lib/env';
import { withoutPersons } from '@/lib/span-attributes';

const isOn = (): boolean => env().OTEL_EXPORTER_OTLP_ENDPOINT !== undefined;

/** A span that is about to be sent, as far as we change it. */
type Ended = {
  name: string;
  readonly attributes: Attributes;
  readonly events: { attributes?: Attributes }[];
  readonly status: { message?: string };
};

/** Sends spans where OTEL_EXPORTER_OTLP_ENDPOINT says; does nothing where it says nothing. */
export function startTracing(serviceName: string): void {
  if (!isOn()) return;
  registerOTel({
    serviceName,
    // Before the one that sends: what it takes out of a span is gone.
    spanProcessors: [{ onStart: () => undefined, onEnd: scrub, forceFlush: done, shutdown: done }, 'auto'],
  });
}

const done = () => Promise.resolve();

function scrub(span: unknown): void {
  const ended = span as Ended;
  ended.name = withoutPersons.text(ended.name);
  withoutPersons.attributes(ended.attributes);
  for (const event of ended.events) if (event.attributes) withoutPersons.attributes(event.attributes);
  if (ended.status.message) ended.status.message = withoutPersons.text(ended.status.message);
}

/** Does a piece of work in a span of its own; without tracing it is a plain call. */
export function traced<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!isOn()) return work();
  return trace.getTracer('concilia').startActiveSpan(name, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
