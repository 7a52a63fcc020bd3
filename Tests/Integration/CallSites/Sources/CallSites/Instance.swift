import Linode

/// Creates an instance, and returns its label.
func instance(_ key: String, _ linode: Linode) async throws -> String? {
    let made = try await linode.linodeInstances.create(
        apiVersion: .v4, region: "eu-west", type: "g6-nanode-1", authorizedKeys: [key], image: "linode/debian12")
    return made.label
}
