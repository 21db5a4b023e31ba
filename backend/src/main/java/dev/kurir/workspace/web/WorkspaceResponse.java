package dev.kurir.workspace.web;

import dev.kurir.kernel.WorkspaceId;

record WorkspaceResponse(WorkspaceId id, String name) {}
