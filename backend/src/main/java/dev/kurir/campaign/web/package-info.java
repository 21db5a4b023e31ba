/** Campaigns over HTTP. */
@NullMarked
package dev.kurir.campaign.web;

import org.jspecify.annotations.NullMarked;
