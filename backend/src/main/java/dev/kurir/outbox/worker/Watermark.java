package dev.kurir.outbox.worker;

/** How far an order was walked: every ordinal below has ended its first intent or has a due row. */
record Watermark(long account, long campaign, long fence, long value) {}
