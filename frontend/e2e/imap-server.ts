import { createServer, type AddressInfo, type Socket } from 'node:net';

export type ImapServer = { port: number; close: () => void };

/** A mailbox that holds these mails, the first with UID 1; any password opens it (RFC 9051, as far as Kurir asks). */
export async function startImapServer(mails: readonly Buffer[]): Promise<ImapServer> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    converse(socket, mails);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      open.forEach((socket) => socket.destroy());
    },
  };
}

function converse(socket: Socket, mails: readonly Buffer[]) {
  let rest = '';
  let idle = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.on('error', () => socket.destroy());
  socket.on('data', (data) => {
    const lines = (rest + data.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (idle !== '' && /^DONE$/i.test(line)) {
        say(`${idle} OK done`);
        idle = '';
        continue;
      }
      const [tag = '*', ...words] = line.split(' ');
      const command = words.join(' ');
      if (/^IDLE$/i.test(command)) {
        idle = tag;
        say('+ waiting');
        continue;
      }
      answer(command, mails, socket);
      say(`${tag} OK done`);
      if (/^LOGOUT$/i.test(command)) socket.end();
    }
  });
  say('* OK ready');
}

function answer(command: string, mails: readonly Buffer[], socket: Socket) {
  const say = (line: string) => socket.write(`${line}\r\n`);
  const fetch = /^UID FETCH (\S+) \(UID (.+)\)$/i.exec(command);
  if (/^CAPABILITY$/i.test(command)) say('* CAPABILITY IMAP4rev1 IDLE');
  else if (/^LIST /i.test(command)) say('* LIST (\\HasNoChildren) "/" "INBOX"');
  else if (/^EXAMINE /i.test(command)) {
    say(`* ${mails.length} EXISTS`);
    say('* OK [UIDVALIDITY 1] valid');
    say(`* OK [UIDNEXT ${mails.length + 1}] next`);
  } else if (/^UID SEARCH SINCE /i.test(command)) say(`* SEARCH ${mails.map((_, at) => at + 1).join(' ')}`);
  else if (fetch) {
    for (const uid of uidsOf(fetch[1]!, mails.length)) {
      const mail = mails[uid - 1]!;
      if (/RFC822\.SIZE/i.test(fetch[2]!)) {
        say(
          `* ${uid} FETCH (UID ${uid} RFC822.SIZE ${mail.length} INTERNALDATE "${internalDate(mails.length - uid)}")`,
        );
        continue;
      }
      const what = /HEADER/i.test(fetch[2]!) ? 'BODY[HEADER]' : 'BODY[]';
      const octets = what === 'BODY[]' ? mail : mail.subarray(0, mail.indexOf('\r\n\r\n') + 4);
      socket.write(`* ${uid} FETCH (UID ${uid} ${what} {${octets.length}}\r\n`);
      socket.write(octets);
      say(')');
    }
  }
}

/** `3:*`, `1,2,7`, `4:9` */
function uidsOf(set: string, last: number): number[] {
  const all = set.split(',').flatMap((part) => {
    const [from = '1', to = from] = part.split(':');
    const end = to === '*' ? last : Number(to);
    return Array.from({ length: Math.max(0, end - Number(from) + 1) }, (_, at) => Number(from) + at);
  });
  return all.filter((uid) => uid >= 1 && uid <= last);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function internalDate(minutesAgo: number): string {
  const now = new Date(Date.now() - minutesAgo * 60_000);
  const time = now.toISOString().slice(11, 19);
  return `${String(now.getUTCDate()).padStart(2, '0')}-${MONTHS[now.getUTCMonth()]}-${now.getUTCFullYear()} ${time} +0000`;
}
