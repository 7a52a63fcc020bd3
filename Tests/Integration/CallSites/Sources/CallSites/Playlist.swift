import Spotify

/// Makes a playlist of the best match for each title.
func playlist(_ name: String, of titles: [String], _ spotify: Spotify) async throws -> String? {
    var uris: [String] = []
    for title in titles {
        let found = try await spotify.search.search(q: title, type: [.track], limit: 1)
        if let uri = found.tracks?.items.first?.uri { uris.append(uri) }
    }
    let playlist = try await spotify.playlists.create(name: name)
    guard let id = playlist.id else { return nil }
    _ = try await spotify.playlists.addItems(playlistID: id, .init(uris: uris))
    return id
}
