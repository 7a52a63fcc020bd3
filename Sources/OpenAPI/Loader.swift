public import Diagnostics
public import YAML

/// Why a file that a reference names was not read.
public enum LoadError: Error, Hashable, Sendable {
    /// There is no such file.
    case missing
    /// It must not be read: a link out of the root folder, no regular file, over a limit. The reason ends a message such as
    /// "'a.yaml' is not read: …" and holds nothing of the file's content.
    case refused(String)
    /// It is no YAML or JSON; what is wrong has been reported.
    case invalid
}

/// Reads another file of the root folder.
///
/// The path is relative to the root folder, its parts are separated by `/`, and none of them is empty, `.` or `..`; it holds
/// no percent-encoding and no control characters. Following links and refusing what lies outside, what is no regular file and
/// what is too large is up to the loader. Each path is asked for once.
public typealias Loader = (_ path: String, _ problems: inout Problems) throws(LoadError) -> Node
