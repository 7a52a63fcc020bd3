import Foundation
import OpenAI

/// Sends an image to be edited, from a file.
func edit(_ image: URL, prompt: String, _ openAI: OpenAI) async throws -> URL? {
    let images = try await openAI.images.createEdit(image: .data(FileContent(file: image)), prompt: prompt)
    return images.data?.first?.url?.url
}
