import type { Reader } from '@/lib/language/said';
import { type Alert, subjectPath } from './alert';
import { alertSentence } from './sentence';

/** What is told by mail and by webhook. It leaves the house, so it holds ids, amounts and counts and nobody's data. Pure. */

export type Message = { readonly subject: string; readonly text: string; readonly slack: string };

/** More alerts are only counted: nobody reads on. */
const NAMED = 20;
/** What Slack takes in a header. */
const LONGEST_HEADER = 150;

/** `appUrl`: where people reach the desk. The worst come first, as they are given. */
export function alertMessage(
  reader: Reader,
  alerts: readonly Alert[],
  { appUrl, now }: { readonly appUrl: string; readonly now: Date },
): Message {
  const base = appUrl.replace(/\/+$/, '');
  const lines = alerts.slice(0, NAMED).map((alert) => ({
    level: reader.t(`alerts.level.${alert.level}`),
    sentence: alertSentence(reader, alert, now),
    rule: alert.ruleName,
    url: base + subjectPath(alert),
  }));
  const urgent = alerts.filter(({ level }) => level === 'urgent').length;
  const [only] = lines;
  const subject =
    lines.length === 1 && only
      ? `Concilia, ${only.level.toLowerCase()}: ${only.sentence}`
      : `Concilia: ${reader.t('alerts.message.counts', { count: alerts.length, urgent })}`;
  const rest = alerts.length - lines.length;
  const more = rest > 0 ? [reader.t('alerts.message.more', { count: rest })] : [];
  const all = `${reader.t('alerts.message.all')}: ${base}/settings/alerts`;
  const text = [
    ...lines.map(
      ({ level, sentence, rule, url }) => `${level}: ${sentence}\n${reader.t('alerts.message.rule', { rule })}\n${url}`,
    ),
    ...more,
    all,
  ].join('\n\n');
  return {
    subject,
    text: `${text}\n`,
    slack: slackMessage(subject, [
      ...lines.map(
        ({ level, sentence, rule, url }) =>
          `*${escaped(level)}* ${escaped(sentence)}\n<${escaped(url)}|${escaped(rule)}>`,
      ),
      ...more.map(escaped),
      `<${escaped(`${base}/settings/alerts`)}|${escaped(reader.t('alerts.message.all'))}>`,
    ]),
  };
}

/** A message that says that a channel works. */
export function testMessage(reader: Reader, { appUrl, name }: { appUrl: string; name: string }): Message {
  const url = `${appUrl.replace(/\/+$/, '')}/settings/alerts`;
  const subject = `Concilia: ${reader.t('alerts.message.test')}`;
  const told = reader.t('alerts.message.testText', { name });
  return { subject, text: `${told}\n\n${url}\n`, slack: slackMessage(subject, [escaped(told), `<${escaped(url)}>`]) };
}

/** JSON that Slack's incoming webhooks take. */
function slackMessage(header: string, sections: readonly string[]): string {
  const short = header.length > LONGEST_HEADER ? `${header.slice(0, LONGEST_HEADER - 1)}…` : header;
  return JSON.stringify({
    text: escaped(header),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: short } },
      ...sections.map((text) => ({ type: 'section', text: { type: 'mrkdwn', text } })),
    ],
  });
}

/** Slack's three control characters. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
