package dev.kurir.sandbox;

import dev.kurir.kernel.EmailAddress;

/**
 * The mailbox that an account of the mail world uses. Host and ports are names that stay, and only this program knows
 * them; where the servers really listen changes with every start.
 */
public record SandboxMailbox(EmailAddress address, String password, String host, int smtpPort, int imapPort) {
    @Override
    public String toString() {
        return "SandboxMailbox[" + address + "]";
    }
}
