package dev.kurir.account;

import java.util.function.UnaryOperator;

/** A change of some settings, and of the passwords that were given. */
public record AccountChange(UnaryOperator<AccountSettings> settings, Passwords passwords) {}
