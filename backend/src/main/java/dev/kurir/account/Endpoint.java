package dev.kurir.account;

/** Where a mail server listens. */
public record Endpoint(String host, int port, ConnectionSecurity security) {}
