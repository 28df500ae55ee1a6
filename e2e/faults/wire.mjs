// A client that says exactly what it is told to, byte by byte, whether or not that is HTTP.

import { connect } from 'node:net';

/** Opens a connection and says `text`; what comes back is kept. */
export function speak(port, text) {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.setEncoding('latin1').on('data', (piece) => {
    heard += piece;
  });
  socket.on('error', () => {}); // "close" follows
  const ended = new Promise((resolve) => socket.once('close', resolve));
  socket.write(text, 'latin1');
  return {
    say: (more) => socket.writable && socket.write(more, 'latin1'),
    heard: () => heard,
    ended,
    /** Says no more, and listens on. */
    finish: () => socket.end(),
    end: () => socket.destroy(),
  };
}

/** What a new connection meets: "taken", or the error. */
export function knock(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve('taken');
    });
    socket.on('error', (error) => resolve(error.code));
  });
}
