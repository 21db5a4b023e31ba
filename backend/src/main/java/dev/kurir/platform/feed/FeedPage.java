package dev.kurir.platform.feed;

import java.util.List;

/**
 * Rows that were read at once.
 *
 * @param next the cursor behind them
 * @param isLast nothing more could be read at that moment
 */
record FeedPage(List<FeedRecord> records, FeedCursor next, boolean isLast) {}
