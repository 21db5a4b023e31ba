package dev.kurir.workspace.web;

import dev.kurir.platform.build.BuildId;
import dev.kurir.workspace.SandboxStatus;
import dev.kurir.workspace.User;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** What the page needs to know about the person and the installation. */
@Component
class MeView {
    private final BuildId build;
    private final ObjectProvider<SandboxStatus> sandbox;

    MeView(BuildId build, ObjectProvider<SandboxStatus> sandbox) {
        this.build = build;
        this.sandbox = sandbox;
    }

    MeResponse of(User user, ServerHttpRequest request) {
        return new MeResponse(
                UserResponse.of(user),
                new WorkspaceResponse(user.workspaceId(), user.workspaceName()),
                SessionCookie.isExposed(request),
                build.value(),
                sandbox.stream().anyMatch(SandboxStatus::isRunning));
    }
}
