import Docker

/// Starts a container and runs a command in it.
func run(_ command: [String], in image: String, _ docker: Docker) async throws -> String {
    let container = try await docker.container.create(cmd: ["sleep", "60"], image: image, name: "job")
    try await docker.container.start(id: container.id)
    let exec = try await docker.exec.create(id: container.id, attachStdout: true, cmd: command)
    try await docker.exec.start(id: exec.id, detach: true)
    return container.id
}

/// The names of all running containers.
func names(_ docker: Docker) async throws -> [String] {
    try await docker.container.list().flatMap { $0.names ?? [] }
}
