import ClientModel

/// The usual names of members that hold a secret, whatever else a document says of them.
enum SecretNames {
    private static let names: Set = [
        "secret", "password", "passwd", "passphrase", "jwt", "apikey", "accesskey", "privatekey",
    ]
    private static let endings = ["password", "passphrase", "secret", "apikey", "privatekey", "token"]
    /// Tokens that name a position in a list.
    private static let positions = ["page", "next", "previous", "continuation", "sync", "cursor"]

    static func contains(_ wireName: String) -> Bool {
        let plain = wireName.lowercased().filter { $0.isLetter || $0.isNumber }
        if names.contains(plain) { return true }
        let isPosition = positions.contains { plain.hasSuffix($0 + "token") }
        return !isPosition && endings.contains { plain.hasSuffix($0) }
    }
}

extension TypeReference {
    /// Whether a value is text, and not a number or a structure of a name that means a secret elsewhere.
    var holdsText: Bool {
        switch self {
        case .scalar(.string), .scalar(.base64): true
        default: false
        }
    }
}
