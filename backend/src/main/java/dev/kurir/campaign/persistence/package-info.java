/** Campaigns in the database. */
@NullMarked
package dev.kurir.campaign.persistence;

import org.jspecify.annotations.NullMarked;
