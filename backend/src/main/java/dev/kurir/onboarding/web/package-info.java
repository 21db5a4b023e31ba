/** The first steps over HTTP. */
@NullMarked
package dev.kurir.onboarding.web;

import org.jspecify.annotations.NullMarked;
