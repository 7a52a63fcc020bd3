public import OpenAPI

/// A file as it was read.
public struct InputFile: Sendable {
    /// The name in messages.
    public var name: String
    /// The way from the root folder, which no reference may leave.
    public var path: String
    /// The bytes as stored, in any encoding.
    public var bytes: [UInt8]
    /// What two files have in common that are one however they are spelled. The name, unless told otherwise.
    public var identity: String

    /// Two files with one identity are the same file under two paths.
    public init(name: String, path: String, bytes: [UInt8], identity: String? = nil) {
        self.name = name
        self.path = path
        self.bytes = bytes
        self.identity = identity ?? name
    }
}

/// Where documents come from. The one way generation reads anything.
public protocol InputFiles: Sendable {
    /// The root document a configuration or a command line names.
    func document(_ path: String) throws(LoadError) -> InputFile

    /// Another file below the root folder of a document.
    ///
    /// - Parameters:
    ///   - path: relative to the root folder, with `/`, no part of it empty, `.` or `..`.
    ///   - document: the document, as ``document(_:)`` was asked for it.
    func file(_ path: String, besides document: String) throws(LoadError) -> InputFile
}
