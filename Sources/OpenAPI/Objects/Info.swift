public import Diagnostics

/// What the document says of itself (Info Object).
public struct Info: Sendable {
    public var title: String
    public var summary: String?
    public var description: String?
    public var termsOfService: String?
    public var contact: Contact?
    public var license: License?
    /// The API's own version, as written: `1.10` stays `1.10`.
    public var version: String
    public var place: Place
}

/// Whom to ask (Contact Object).
public struct Contact: Sendable {
    public var name: String?
    public var url: String?
    public var email: String?
    public var place: Place
}

/// The licence of the API (License Object).
public struct License: Sendable {
    public var name: String
    /// An SPDX expression.
    public var identifier: String?
    public var url: String?
    public var place: Place
}
