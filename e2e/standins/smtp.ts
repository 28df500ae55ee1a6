import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A mail as it was handed over: envelope, and the text between DATA and its end. */
export type TakenMail = { readonly from: string; readonly to: readonly string[]; readonly data: string };

/**
 * How the server behaves: `takes` every mail; `refuses` the receiver; `silent` never greets; `hangs` after the mail was
 * handed over and never answers; `trickles` its greeting for ever, so that the line is never quiet.
 */
export type SmtpManner = 'takes' | 'refuses' | 'silent' | 'hangs' | 'trickles';

export type SmtpStandin = {
  readonly url: string;
  readonly mails: readonly TakenMail[];
  readonly behave: (manner: SmtpManner) => void;
  readonly close: () => Promise<void>;
};

/** A mail server on this machine: enough of SMTP (RFC 5321) for one mail after the other, without TLS. */
export async function startSmtp(manner: SmtpManner = 'takes'): Promise<SmtpStandin> {
  const mails: TakenMail[] = [];
  const sockets = new Set<Socket>();
  let present = manner;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    if (present === 'silent') return;
    if (present === 'trickles') return trickle(socket);
    converse(socket, present, (mail) => mails.push(mail));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    behave: (next) => {
      present = next;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function trickle(socket: Socket): void {
  const timer = setInterval(() => socket.write('220-still here\r\n'), 50);
  socket.on('close', () => clearInterval(timer));
}

function converse(socket: Socket, manner: SmtpManner, take: (mail: TakenMail) => void): void {
  let [from, to, text, isData] = ['', [] as string[], '', false];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    const [, address = ''] = /<([^>]*)>/.exec(line) ?? [];
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'MAIL') from = address;
    if (verb === 'RCPT' && manner === 'refuses') return say('550 no such mailbox here');
    if (verb === 'RCPT') to.push(address);
    if (verb === 'DATA') {
      isData = true;
      return say('354 go on');
    }
    if (verb === 'QUIT') return socket.end('221 bye\r\n');
    say('250 fine');
  };
  say('220 standin');
  socket.setEncoding('utf8').on('data', (piece) => {
    text += String(piece);
    while (text !== '') {
      const end = isData ? text.indexOf('\r\n.\r\n') : text.indexOf('\r\n');
      if (end < 0) return;
      const said = text.slice(0, end);
      text = text.slice(end + (isData ? 5 : 2));
      if (!isData) hear(said);
      else {
        isData = false;
        if (manner === 'hangs') return;
        take({ from, to, data: said });
        to = [];
        say('250 taken');
      }
    }
  });
}
