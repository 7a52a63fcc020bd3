public import OpenAPI

/// A file as it was read: its name in messages, and its bytes.
public struct InputFile: Sendable {
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// Where documents come from. The one way generation reads anything.
public protocol InputFiles: Sendable {
    /// The root document a configuration or a command line names.
    func document(_ path: String) throws(LoadError) -> InputFile

    /// Another file of the folder `document` stands in, which no reference may leave.
    ///
    /// - Parameter path: Relative to that folder, with `/`, no part of it empty, `.` or `..`.
    func file(_ path: String, besides document: String) throws(LoadError) -> InputFile
}
