import Diagnostics
import Overlays
import YAML

/// The overlays of one client, each with the file it is for.
struct ClientOverlays {
    /// Whether one of them could not be read. Its reasons have been reported.
    var areRefused = false
    private var all: [(overlay: Overlay, target: String)] = []
    private var used: Set<String> = []

    /// - Parameters:
    ///   - name: the overlay's own file.
    ///   - document: the client's document, which an overlay is for that names none, or names one by where it is published.
    mutating func add(_ overlay: Overlay, of name: String, document: String, problems: inout Problems) {
        guard let extends = overlay.extends, !Self.isPublished(extends.reference) else {
            all.append((overlay, document))
            return
        }
        guard let target = Self.file(extends.reference, from: name) else {
            areRefused = true
            problems.add(
                Diagnostic(
                    .error, .overlayBadReference, "\(quote(extends.reference)) is not a file path", at: extends.place
                ))
            return
        }
        all.append((overlay, target))
    }

    /// Applies the overlays that are for a file.
    mutating func apply(to tree: Node, of name: String, limits: Limits, _ problems: inout Problems) -> Node {
        used.insert(name)
        return all.lazy.filter { $0.target == name }.reduce(tree) {
            $1.overlay.apply(to: $0, limits: limits, problems: &problems)
        }
    }

    func reportUnused(_ problems: inout Problems) {
        for (overlay, target) in all where !used.contains(target) {
            problems.add(
                Diagnostic(
                    .leftOut, .overlayUnused,
                    "the overlay is for \(quote(target, limit: 200)), which is neither the document nor a file it refers to; the overlay is skipped",
                    at: overlay.extends?.place))
        }
    }

    /// Whether a URI reference begins with a scheme of more than one letter, which would be a drive.
    private static func isPublished(_ reference: String) -> Bool {
        guard let colon = reference.firstIndex(of: ":"), let first = reference.first else { return false }
        let scheme = reference[..<colon]
        return first.isLetter && scheme.count > 1
            && scheme.allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) }
    }

    /// The file that a relative reference names, seen from another file.
    private static func file(_ reference: String, from name: String) -> String? {
        guard !reference.isEmpty, !reference.contains(where: { "#?%\\".contains($0) }) else { return nil }
        var parts = name.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        if reference.hasPrefix("/") { parts = [""] }
        for part in reference.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != "..", last != "" {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
