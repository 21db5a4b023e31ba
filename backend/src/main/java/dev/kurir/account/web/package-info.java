/** Accounts, categories and provider presets over HTTP. */
@NullMarked
package dev.kurir.account.web;

import org.jspecify.annotations.NullMarked;
