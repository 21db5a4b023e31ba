package dev.kurir.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real IMAP server (Dovecot, from the system) with mailboxes in a folder of its own. Every user's password is one.
 */
final class DovecotServer implements AutoCloseable {
    static final String PASSWORD = "a-password";
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/sbin/dovecot"), Path.of("/usr/local/sbin/dovecot"), Path.of("/opt/homebrew/sbin/dovecot"));

    private final Path folder;
    private final int port;
    private Process process;

    private DovecotServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static Optional<Path> program() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    static DovecotServer start() throws IOException {
        Path folder = Files.createTempDirectory("dovecot");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        DovecotServer server = new DovecotServer(folder, freePort());
        server.configure();
        server.run();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** Ends it at once, as a crash would, and starts it again. */
    void restart() throws IOException {
        kill();
        run();
    }

    /** Everything that the server remembers of its numbers is lost: it numbers the mails anew (RFC 9051 §2.3.1.1). */
    void forgetNumbers(String user) throws IOException {
        kill();
        try (Stream<Path> files = Files.walk(home(user))) {
            files.filter(file -> file.getFileName().toString().startsWith("dovecot"))
                    .filter(Files::isRegularFile)
                    .forEach(DovecotServer::delete);
        }
        run();
    }

    /** A mail arrives in the inbox, as the delivery of a mail server would put it there. */
    void deliver(String user, String name, byte[] octets) throws IOException {
        Path maildir = home(user);
        for (String part : List.of("tmp", "new", "cur")) {
            Path made = Files.createDirectories(maildir.resolve(part));
            own(made);
        }
        own(maildir);
        own(maildir.getParent());
        Path temporary = maildir.resolve("tmp").resolve(name);
        Files.write(temporary, octets);
        own(temporary);
        Files.move(temporary, maildir.resolve("new").resolve(name));
    }

    @Override
    public void close() {
        kill();
        clear(folder);
    }

    private Path home(String user) {
        return folder.resolve("mail").resolve(user);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Root's own mail is not served: the mailboxes belong to nobody. */
    private static void own(Path file) throws IOException {
        if (isRoot()) {
            var lookup = file.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(file, lookup.lookupPrincipalByName("nobody"));
        }
    }

    private void configure() throws IOException {
        String self = System.getProperty("user.name");
        String mailUser = isRoot() ? "nobody" : self;
        Files.createDirectories(folder.resolve("run"));
        own(Files.createDirectories(folder.resolve("mail")));
        Files.writeString(folder.resolve("dovecot.conf"), """
                protocols = imap
                listen = 127.0.0.1
                base_dir = %1$s/run
                state_dir = %1$s/run
                log_path = %1$s/log
                ssl = no
                disable_plaintext_auth = no
                auth_mechanisms = plain login
                mail_location = maildir:%1$s/mail/%%u
                first_valid_uid = 1
                mail_uid = %2$s
                mail_gid = %3$s
                %4$s
                passdb {
                  driver = static
                  args = password=%5$s
                }
                userdb {
                  driver = static
                  args = uid=%2$s gid=%3$s home=%1$s/mail/%%u
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %6$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service anvil {
                  chroot =
                }
                service stats {
                  chroot =
                }
                mail_max_userip_connections = 1000
                namespace inbox {
                  inbox = yes
                  separator = /
                  mailbox Sent {
                    auto = create
                    special_use = \\Sent
                  }
                }
                """.formatted(
                        folder,
                        mailUser,
                        isRoot() ? "nogroup" : "$(id -gn)",
                        isRoot() ? "" : "default_internal_user = " + self + "\ndefault_login_user = " + self,
                        PASSWORD,
                        port));
    }

    /** Its last words, for whoever wonders why it does not answer. */
    String log() throws IOException {
        Path log = folder.resolve("log");
        Path out = folder.resolve("out");
        return (Files.exists(out) ? Files.readString(out) : "") + (Files.exists(log) ? Files.readString(log) : "");
    }

    private void run() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        process = new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "-F",
                        "-c",
                        folder.resolve("dovecot.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                .start();
    }

    /** The master first, or it would start what it misses. */
    private void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        awaitEnd();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
        clear(folder.resolve("run"));
    }

    private static void clear(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(DovecotServer::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void awaitEnd() {
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
