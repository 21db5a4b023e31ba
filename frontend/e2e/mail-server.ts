import { createServer, type AddressInfo, type Socket } from 'node:net';

export type MailServer = { port: number; taken: () => number; close: () => void };

/** A mailbox provider of one's own: takes every mail, and every login but the one with the password `wrong`. */
export async function startMailServer(): Promise<MailServer> {
  let taken = 0;
  const server = createServer((socket) => converse(socket, () => (taken += 1)));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    taken: () => taken,
    close: () => void server.close(),
  };
}

function converse(socket: Socket, onMail: () => void) {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let rest = '';
  let content = false;
  socket.on('error', () => socket.destroy());
  socket.on('data', (data) => {
    const lines = (rest + data.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (content) {
        if (line !== '.') continue;
        content = false;
        onMail();
        say('250 2.0.0 taken');
      } else {
        content = /^DATA$/i.test(line);
        say(answerTo(line));
        if (/^QUIT$/i.test(line)) socket.end();
      }
    }
  });
  say('220 mail.toko.test ESMTP');
}

function answerTo(line: string): string {
  switch (line.split(' ')[0]!.toUpperCase()) {
    case 'EHLO':
      return '250-mail.toko.test\r\n250-AUTH PLAIN\r\n250-PIPELINING\r\n250 8BITMIME';
    case 'AUTH': {
      const secret = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString();
      return secret.endsWith('\0wrong') ? '535 5.7.8 The password is wrong' : '235 2.7.0 welcome';
    }
    case 'DATA':
      return '354 go on';
    case 'QUIT':
      return '221 2.0.0 bye';
    default:
      return '250 2.0.0 ok';
  }
}
