package dev.kurir.inbox.imap;

import dev.kurir.account.ConnectionProbe;
import dev.kurir.platform.io.BlockingMailIo;
import java.util.List;
import reactor.core.publisher.Mono;

/** Tries the IMAP settings of an account. */
final class ImapProbe implements ConnectionProbe {
    private final GuardedSockets sockets;
    private final BlockingMailIo io;

    ImapProbe(GuardedSockets sockets, BlockingMailIo io) {
        this.sockets = sockets;
        this.io = io;
    }

    @Override
    public Protocol protocol() {
        return Protocol.IMAP;
    }

    @Override
    public Mono<List<Step>> probe(Target target) {
        return io.call(() -> new ImapTrial(target, sockets).run());
    }
}
