public import Foundation

/// The folder of this package.
public enum Repository {
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Documents that are not the repository's. Tests that need them are skipped where they are missing.
    public static let corpus = root.deletingLastPathComponent().appending(path: "shared/corpus")
}
