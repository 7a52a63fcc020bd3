import Figma

/// The name of a file, and its comments after another one.
func comment(_ text: String, on file: String, _ figma: Figma) async throws -> [String] {
    let name = try await figma.files.get(fileKey: file, depth: 1).name
    _ = try await figma.comments.create(fileKey: file, message: "\(name): \(text)")
    return try await figma.comments.list(fileKey: file).comments.map(\.message)
}
