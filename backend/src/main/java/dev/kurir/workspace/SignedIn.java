package dev.kurir.workspace;

/** A person with a fresh session. */
public record SignedIn(User user, Token token) {}
