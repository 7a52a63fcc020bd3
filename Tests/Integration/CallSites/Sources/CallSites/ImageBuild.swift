import Docker
import Foundation

/// Builds an image from an archive of its sources, and a second one without the cache.
func build(_ archive: URL, tag: String, _ docker: Docker) async throws {
    var parameters = Docker.ImageAPI.BuildParameters(t: tag, memory: 1_000_000_000)
    try await docker.image.build(.init(file: archive), parameters: parameters)
    parameters.t = tag + "-fresh"
    parameters.nocache = true
    try await docker.image.build(.init(file: archive), parameters: parameters)
}
