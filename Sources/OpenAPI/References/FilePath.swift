/// Paths of references to other files, decided by their text alone.
enum FilePath {
    enum Outcome: Equatable {
        /// Relative to the root folder; no part is empty, `.` or `..`.
        case inside(String)
        /// Why the path must not be followed.
        case refused(String)
    }

    /// The file that a relative path names, seen from another file.
    ///
    /// Percent-encoding is undone until none is left, so that `..%252f` hides nothing.
    static func resolve(_ path: String, from file: String) -> Outcome {
        guard let decoded = PercentEncoding.decodeFully(path) else { return .refused("is not UTF-8 once decoded") }
        guard !decoded.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return .refused("contains control characters")
        }
        guard !decoded.utf8.contains(UInt8(ascii: "\\")) else { return .refused("contains a backslash") }
        guard !decoded.hasPrefix("/"), URIReference(decoded).scheme == nil else {
            return .refused("is absolute; only files of the root folder are read")
        }
        var parts = file.split(separator: "/").dropLast().map(String.init)
        for part in decoded.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(String(part))
            } else if parts.popLast() == nil {
                return .refused("is outside the root folder")
            }
        }
        return parts.isEmpty ? .refused("is not a file path") : .inside(parts.joined(separator: "/"))
    }
}
