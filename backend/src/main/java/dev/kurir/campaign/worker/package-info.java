/** What happens to campaigns in the background. */
@NullMarked
package dev.kurir.campaign.worker;

import org.jspecify.annotations.NullMarked;
