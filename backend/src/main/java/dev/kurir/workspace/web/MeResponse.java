package dev.kurir.workspace.web;

record MeResponse(
        UserResponse user, WorkspaceResponse workspace, boolean insecureCookie, String buildId, boolean sandbox) {}
