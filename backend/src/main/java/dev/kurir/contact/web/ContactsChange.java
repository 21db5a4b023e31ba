package dev.kurir.contact.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kurir.kernel.ContactId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ContactsChange(
        @NotNull @Size(max = 1000) List<@NotNull ContactId> ids,
        @NotNull Action action,
        @Nullable UUID target) {

    enum Action {
        @JsonProperty("add_list")
        ADD_LIST,
        @JsonProperty("remove_list")
        REMOVE_LIST,
        @JsonProperty("add_tag")
        ADD_TAG,
        @JsonProperty("remove_tag")
        REMOVE_TAG,
        @JsonProperty("delete")
        DELETE
    }
}
