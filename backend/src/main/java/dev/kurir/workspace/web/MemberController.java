package dev.kurir.workspace.web;

import dev.kurir.kernel.InviteId;
import dev.kurir.kernel.UserId;
import dev.kurir.platform.links.BaseUrl;
import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Invite;
import dev.kurir.workspace.Language;
import dev.kurir.workspace.Members;
import dev.kurir.workspace.Role;
import dev.kurir.workspace.Token;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class MemberController {
    private static final String ROLES = "owner|manager|agent";

    private final Members members;
    private final MeView view;
    private final BaseUrl base;

    MemberController(Members members, MeView view, BaseUrl base) {
        this.members = members;
        this.view = view;
        this.base = base;
    }

    @GetMapping("/users")
    @Operation(operationId = "listUsers", tags = "people")
    Mono<List<ColleagueResponse>> listUsers(Caller caller) {
        return members.all(caller.workspaceId())
                .map(all -> all.stream().map(ColleagueResponse::of).toList());
    }

    @PatchMapping("/users/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "updateUser", tags = "people")
    Mono<Void> updateUser(Caller caller, @PathVariable UserId id, @Valid @RequestBody RoleRequest body) {
        return members.setRole(caller, id, role(body.role()));
    }

    @DeleteMapping("/users/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteUser", tags = "people")
    Mono<Void> deleteUser(Caller caller, @PathVariable UserId id) {
        return members.remove(caller, id);
    }

    @GetMapping("/invites")
    @Operation(operationId = "listInvites", tags = "people")
    Mono<List<InviteResponse>> listInvites(Caller caller) {
        return members.invites(caller.workspaceId())
                .map(all -> all.stream().map(InviteResponse::of).toList());
    }

    @PostMapping("/invites")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "inviteUser", tags = "people")
    Mono<InvitedResponse> inviteUser(Caller caller, @Valid @RequestBody InviteRequest body) {
        return members.invite(caller, body.email(), role(body.role()))
                .map(invited -> new InvitedResponse(
                        InviteResponse.of(invited.invite()),
                        base.get() + "/join?token=" + invited.token().text()));
    }

    @DeleteMapping("/invites/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeInvite", tags = "people")
    Mono<Void> revokeInvite(Caller caller, @PathVariable InviteId id) {
        return members.revoke(caller, id);
    }

    @PostMapping("/join")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "join", tags = "people")
    Mono<MeResponse> join(@Valid @RequestBody JoinRequest body, ServerWebExchange exchange) {
        Members.Joining joining =
                new Members.Joining(new Token(body.token()), body.name(), body.language(), body.password());
        return members.join(joining).map(entered -> {
            exchange.getResponse().addCookie(SessionCookie.issue(exchange.getRequest(), entered.token()));
            return view.of(entered.user(), exchange.getRequest());
        });
    }

    private static Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }

    record RoleRequest(@NotNull @Pattern(regexp = ROLES) String role) {}

    record InviteRequest(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Pattern(regexp = ROLES) String role) {}

    record InviteResponse(InviteId id, String email, String role, Instant createdAt, Instant expiresAt) {
        private static InviteResponse of(Invite invite) {
            return new InviteResponse(
                    invite.id(),
                    invite.email(),
                    invite.role().name().toLowerCase(Locale.ROOT),
                    invite.createdAt(),
                    invite.expiresAt());
        }
    }

    /** @param link shown this once */
    record InvitedResponse(InviteResponse invite, String link) {}

    record JoinRequest(
            @NotBlank @Size(max = 200) String token,
            @NotBlank @Size(max = 100) String name,
            @NotNull Language language,
            @NotNull @Size(min = 10, max = 200) String password) {
        @Override
        public String toString() {
            return "JoinRequest[" + name + "]";
        }
    }
}
