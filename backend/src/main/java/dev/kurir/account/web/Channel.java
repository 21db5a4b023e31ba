package dev.kurir.account.web;

import com.fasterxml.jackson.annotation.JsonProperty;

enum Channel {
    @JsonProperty("email")
    EMAIL
}
