/** What onboarding asks the database. */
@NullMarked
package dev.kurir.onboarding.persistence;

import org.jspecify.annotations.NullMarked;
