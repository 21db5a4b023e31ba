package dev.kurir.inbox.web;

import dev.kurir.kernel.AccountId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

record NewConversationRequest(
        @NotNull AccountId accountId, @NotNull @Valid ReplyRequest letter) {}
