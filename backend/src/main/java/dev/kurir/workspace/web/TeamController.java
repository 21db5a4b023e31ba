package dev.kurir.workspace.web;

import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Team;
import dev.kurir.workspace.Teams;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/teams")
class TeamController {
    private final Teams teams;

    TeamController(Teams teams) {
        this.teams = teams;
    }

    @GetMapping
    @Operation(operationId = "listTeams", tags = "people")
    Mono<List<TeamResponse>> listTeams(Caller caller) {
        return teams.all(caller.workspaceId())
                .map(all -> all.stream().map(TeamResponse::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createTeam", tags = "people")
    Mono<TeamResponse> createTeam(Caller caller, @Valid @RequestBody TeamRequest body) {
        return teams.create(caller.workspaceId(), body.name(), body.people(), Boolean.TRUE.equals(body.handsOut()))
                .map(TeamResponse::of);
    }

    @PatchMapping("/{id}")
    @Operation(operationId = "updateTeam", tags = "people")
    Mono<TeamResponse> updateTeam(Caller caller, @PathVariable TeamId id, @Valid @RequestBody TeamUpdate body) {
        return teams.change(caller.workspaceId(), id, new Teams.Change(body.name(), body.members(), body.handsOut()))
                .map(TeamResponse::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteTeam", tags = "people")
    Mono<Void> deleteTeam(Caller caller, @PathVariable TeamId id) {
        return teams.remove(caller.workspaceId(), id);
    }

    record TeamResponse(TeamId id, String name, List<UserId> members, boolean handsOut) {
        private static TeamResponse of(Team team) {
            return new TeamResponse(team.id(), team.name(), team.members(), team.handsOut());
        }
    }

    record TeamRequest(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 500) List<@NotNull UserId> members,
            @Nullable Boolean handsOut) {
        private List<UserId> people() {
            return members == null ? List.of() : members;
        }
    }

    /** Absent fields stay as they are. */
    record TeamUpdate(
            @Nullable @Size(min = 1, max = 100) String name,
            @Nullable @Size(max = 500) List<@NotNull UserId> members,
            @Nullable Boolean handsOut) {}
}
