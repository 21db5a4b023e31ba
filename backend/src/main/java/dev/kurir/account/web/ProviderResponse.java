package dev.kurir.account.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

record ProviderResponse(
        String id,
        String name,
        List<String> domains,
        EndpointBody smtp,
        @Nullable EndpointBody imap,
        @Nullable Integer perMinute,
        @Nullable Integer perHour,
        @Nullable Integer perDay,
        @Nullable String help,
        @Nullable String note) {}
