#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#elseif canImport(WASILibc)
    import WASILibc
#elseif canImport(ucrt)
    import ucrt
#endif

/// Reads a file in chunks. Unlike `FileHandle`, it needs FoundationEssentials alone.
nonisolated final class FileReader {
    private let stream: UnsafeMutablePointer<FILE>

    /// - Throws: An error if the file can't be opened.
    init(_ file: URL) throws {
        guard let stream = fopen(file.path, "rb") else { throw Self.failure() }
        setvbuf(stream, nil, _IONBF, 0)
        self.stream = stream
    }

    deinit { fclose(stream) }

    /// The next bytes, at most `count`, or `nil` at the end of the file.
    func read(upToCount count: Int) throws -> Data? {
        var data = Data(count: count)
        let read = data.withUnsafeMutableBytes { fread($0.baseAddress, 1, count, stream) }
        if read == 0 {
            if ferror(stream) != 0 { throw Self.failure() }
            return nil
        }
        return data.prefix(read)
    }

    /// The number of bytes of a regular file, or `nil` for anything else.
    static func size(of file: URL) -> Int64? {
        let path = file.resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size]
        else { return nil }
        // An integer, but an `NSNumber` where the program links all of Foundation.
        return Int64(String(describing: size))
    }

    private static func failure() -> CocoaError {
        let code: CocoaError.Code =
            switch errno {
            case ENOENT: .fileReadNoSuchFile
            case EACCES, EPERM: .fileReadNoPermission
            default: .fileReadUnknown
            }
        return CocoaError(code)
    }
}
