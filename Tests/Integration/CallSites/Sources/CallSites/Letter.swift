import Lob

/// Sends a letter between two addresses that the service knows.
func letter(to: String, from: String, html: String, _ lob: Lob) async throws -> Lob.Letter {
    try await lob.letters.create(
        to: .adrID(to), from: .adrID(from), file: html, color: false, useType: .operational)
}
