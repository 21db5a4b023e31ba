package dev.kurir.campaign;

import dev.kurir.kernel.Slice;
import java.util.Map;

/**
 * A page of campaigns.
 *
 * @param total how many there are with this filter
 * @param states how many there are with this search text, by state
 */
public record CampaignPage(Slice<CampaignDetail> slice, long total, Map<String, Long> states) {}
