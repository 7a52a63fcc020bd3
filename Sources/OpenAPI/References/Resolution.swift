import Diagnostics
import YAML

/// A reference as written, and what it is relative to.
struct ReferenceKey: Hashable {
    var scope: ScopeID
    var text: ExactText
}

enum Resolution {
    case found(Located)
    case failed(ReferenceFailure)
}

/// Why a reference was not followed.
struct ReferenceFailure: Error {
    enum Cause {
        /// There is nothing there.
        case dangling
        /// It is on the network.
        case remote
        /// It must not be followed.
        case refused(Diagnostic.Kind)
        /// The reason has been reported.
        case reported
    }

    var cause: Cause
    var message = ""
    var hint: String?

    var isRemote: Bool {
        if case .remote = cause { true } else { false }
    }

    var isError: Bool {
        switch cause {
        case .refused, .reported: true
        case .dangling, .remote: false
        }
    }
}

extension Reader {
    /// The text of a node's `$ref`, or `nil` where it has none.
    func referenceText(of node: Node) -> String? {
        guard case .mapping(let mapping) = node.value else { return nil }
        for entry in mapping.entries where entry.key == "$ref" {
            if case .string(let text) = entry.value.value { return text }
        }
        return nil
    }

    /// What a reference leads to, whether or not that is another reference. Worked out once for each text and scope.
    func resolve(_ text: String, in scope: ScopeID) -> Resolution {
        let key = ReferenceKey(scope: scope, text: ExactText(text))
        if let known = resolutions[key] { return known }
        // Also what a reference that leads through itself finds.
        resolutions[key] = .failed(
            ReferenceFailure(cause: .refused(.circularReference), message: "\(quote(text)) refers to itself"))
        nestedResolutions += 1
        defer { nestedResolutions -= 1 }
        let resolution: Resolution
        do throws(ReferenceFailure) {
            guard nestedResolutions < 100 else {
                throw ReferenceFailure(
                    cause: .dangling, message: "\(quote(text)) goes through more than 100 references")
            }
            resolution = .found(try locate(text, in: scope))
        } catch {
            resolution = .failed(error)
        }
        resolutions[key] = resolution
        return resolution
    }

    private func locate(_ text: String, in scope: ScopeID) throws(ReferenceFailure) -> Located {
        let reference = URIReference(text)
        guard let fragment = PercentEncoding.decode(reference.fragment ?? "") else {
            throw ReferenceFailure(
                cause: .refused(.badReference), message: "the fragment of \(quote(text)) is not percent-encoded UTF-8")
        }
        let starts = try resources(reference, text, in: scope)
        guard !fragment.isEmpty else { return starts[0] }
        guard fragment.utf8.first == UInt8(ascii: "/") else { return try anchor(fragment, text, in: starts) }
        guard let tokens = Pointer.tokens(fragment) else {
            throw ReferenceFailure(
                cause: .refused(.badReference),
                message: "\(quote(text)) is not a valid JSON pointer: `~` is followed by neither 0 nor 1")
        }
        var failure: ReferenceFailure?
        for start in starts {
            do throws(ReferenceFailure) {
                return try walk(tokens, from: start, text)
            } catch {
                failure = error
            }
        }
        throw failure ?? ReferenceFailure(cause: .dangling, message: "\(quote(text)) leads nowhere")
    }

    /// The resource a reference names; for a mere fragment inside a schema with an `$id`, also the file around it.
    private func resources(
        _ reference: URIReference, _ text: String, in scopeID: ScopeID
    ) throws(ReferenceFailure) -> [Located] {
        let scope = scopes[Int(scopeID)]
        let file = root(of: scope.file)
        if reference.resource.isEmpty {
            guard scope.pointer != file.pointer, let own = embedded[scope.pointer] else { return [file] }
            return [own, file]
        }
        if let known = knownResource(reference, from: scope) { return [known] }
        if let scheme = reference.scheme, scheme == "file" || scheme.utf8.count == 1 {
            throw outside(text, "is absolute; only files of the root folder are read")
        }
        guard reference.scheme == nil, reference.authority == nil else {
            throw ReferenceFailure(
                cause: .remote, message: "\(quote(text)) is a remote file, and files are never read from the network")
        }
        guard reference.query == nil else {
            throw ReferenceFailure(
                cause: .dangling, message: "\(quote(text)) does not resolve: a file path has no query")
        }
        switch FilePath.resolve(reference.path, from: files[scope.file].path) {
        case .refused(let reason): throw outside(text, reason)
        case .inside(let path):
            do throws(ReferenceFailure) {
                return [root(of: try load(path, text))]
            } catch {
                guard case .dangling = error.cause, let known = identified(reference) else { throw error }
                return [known]
            }
        }
    }

    private func outside(_ text: String, _ reason: String) -> ReferenceFailure {
        ReferenceFailure(cause: .refused(.outsideRoot), message: "\(quote(text)) is not followed: it \(reason)")
    }

    private func load(_ path: String, _ text: String) throws(ReferenceFailure) -> Int {
        switch file(at: path) {
        case .success(let file): return file
        case .failure(.missing):
            throw ReferenceFailure(
                cause: .dangling, message: "\(quote(text)) does not resolve: no file \(quote(path))")
        case .failure(.refused(let reason)):
            throw ReferenceFailure(
                cause: .refused(.unreadableFile), message: "\(quote(path)) is not read: \(reason)")
        case .failure(.invalid): throw ReferenceFailure(cause: .reported)
        }
    }
}
