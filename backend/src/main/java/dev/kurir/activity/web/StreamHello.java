package dev.kurir.activity.web;

import java.time.Instant;

record StreamHello(String buildId, Instant serverTime) {}
