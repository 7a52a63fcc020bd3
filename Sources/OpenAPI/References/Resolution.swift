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

/// What references lead to. Every one is followed once for each text and scope.
struct References {
    var files: Files
    var resources = Resources()
    var ends = ReferenceEnds()
    private var resolutions: [ReferenceKey: Resolution] = [:]
    private var nestedResolutions = 0

    init(files: Files) { self.files = files }

    /// What a reference leads to, whether or not that is another reference.
    mutating func resolve(_ text: String, in scope: ScopeID, _ findings: inout Findings) -> Resolution {
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
            resolution = .found(try locate(text, in: scope, &findings))
        } catch {
            resolution = .failed(error)
        }
        resolutions[key] = resolution
        return resolution
    }

    private mutating func locate(
        _ text: String, in scope: ScopeID, _ findings: inout Findings
    ) throws(ReferenceFailure) -> Located {
        let reference = URIReference(text)
        guard let fragment = PercentEncoding.decode(reference.fragment ?? "") else {
            throw ReferenceFailure(
                cause: .refused(.badReference), message: "the fragment of \(quote(text)) is not percent-encoded UTF-8")
        }
        let starts = try resources(reference, text, in: scope, &findings)
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
                return try walk(tokens, from: start, text, &findings)
            } catch {
                failure = error
            }
        }
        throw failure ?? ReferenceFailure(cause: .dangling, message: "\(quote(text)) leads nowhere")
    }

    /// The resource a reference names; for a mere fragment inside a schema with an `$id`, also the file around it.
    private mutating func resources(
        _ reference: URIReference, _ text: String, in scopeID: ScopeID, _ findings: inout Findings
    ) throws(ReferenceFailure) -> [Located] {
        let scope = files[scopeID]
        let file = files.root(of: scope.file)
        if reference.resource.isEmpty {
            guard scope.pointer != file.pointer, let own = files.schema(of: scope) else { return [file] }
            return [own, file]
        }
        if let known = knownResource(reference, from: scope, &findings) { return [known] }
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
                let file = try load(path, text, &findings)
                return [files.root(of: file)]
            } catch {
                guard case .dangling = error.cause, let known = identified(reference) else { throw error }
                return [known]
            }
        }
    }

    private func outside(_ text: String, _ reason: String) -> ReferenceFailure {
        ReferenceFailure(cause: .refused(.outsideRoot), message: "\(quote(text)) is not followed: it \(reason)")
    }

    private mutating func load(
        _ path: String, _ text: String, _ findings: inout Findings
    ) throws(ReferenceFailure) -> Int {
        switch files.file(at: path, &findings.problems) {
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
