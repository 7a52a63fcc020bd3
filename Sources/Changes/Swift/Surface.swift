import ClientModel
import Diagnostics

/// Everything callers of a client can name, in the order it is declared.
struct Surface {
    private(set) var symbols: [Symbol] = []
    private let api: API
    private let names: TypeNames
    private let signatures: Signatures

    /// Methods whose name others of their group have too, in this version or the other. Their requests distinguish them.
    private let overloaded: Set<String>

    private let keys: OperationKeys

    init(_ api: API, names: TypeNames, keys: OperationKeys, overloaded: Set<String> = []) {
        self.api = api
        self.names = names
        signatures = Signatures(api: api, names: names)
        self.keys = keys
        self.overloaded = overloaded
        addService()
        addHeaders()
        for (index, group) in api.groups.enumerated() { add(group, index) }
        for type in api.types { add(type) }
    }

    // MARK: The service

    private mutating func addService() {
        add(
            .initializer, "init", in: nil, identity: "service",
            spot: spot(api.securitySchemes.first?.place, "#/components/securitySchemes")
        ) { [signatures] in
            $0.calls = [signatures.serviceInitializer]
        }
        for server in allServers {
            add(
                .server, "server " + server.name.text, in: nil, identity: server.url, spot: spot(nil, "#/servers")
            ) { [signatures] in
                $0.calls = signatures.calls(server)
            }
        }
        if signatures.hasDefaultServer {
            add(.server, "server default", in: nil, identity: "default", spot: spot(nil, "#/servers/0"))
        }
    }

    /// Those of operations are members beside the document's.
    private var allServers: [Server] {
        let others = api.groups.flatMap(\.operations).flatMap(\.servers)
        var names = Set(api.servers.map(\.name))
        return api.servers + others.filter { names.insert($0.name).inserted }
    }

    private mutating func addHeaders() {
        let path = TypeNames.Path(text: "ResponseHeaders", canonical: "ResponseHeaders")
        if api.headers.isEmpty { return }
        add(.structure, path, in: nil, identity: "headers", spot: spot(nil, ""))
        for header in api.headers {
            let type = names.spelled(header.type)
            add(.property, header.name.text, in: path, identity: header.wireName, spot: spot(nil, "")) {
                $0.type = type.optional
            }
        }
    }

    /// The keys of methods that share their names with others.
    static func overloaded(_ api: API, _ names: TypeNames) -> Set<String> {
        var seen: Set<String> = []
        let keys = api.groups.indices.flatMap { index in
            let path = names.path(of: .group(index))
            return api.groups[index].operations.map { path.appending($0.name.text).canonical }
        }
        return Set(keys.filter { !seen.insert($0).inserted })
    }

    // MARK: Operations

    private mutating func add(_ group: OperationGroup, _ index: Int) {
        let tag = "group " + group.key
        let parent = group.parent.map { names.path(of: .group($0)) }
        let spot = spot(group.operations.first?.place, group.operations.first?.pointer ?? "")
        let path = names.path(of: .group(index))
        add(.groupProperty, group.name.text, in: parent, identity: tag, spot: spot) {
            $0.type = Spelling(path.text, canonical: path.canonical)
        }
        add(.group, path, in: nil, identity: tag, spot: spot)
        for operation in group.operations { add(operation, in: path) }
    }

    private mutating func add(_ operation: Operation, in group: TypeNames.Path) {
        let spot = spot(operation.place, operation.pointer)
        let identity = keys[operation]
        let (calls, overloaded) = (signatures.calls(operation, in: group), overloaded)
        add(.method, operation.name.text, in: group, identity: identity, spot: spot) {
            if overloaded.contains($0.key) { $0.key += " " + identity }
            $0.calls = calls
            $0.isDeprecated = operation.documentation.isDeprecated
        }
        if operation.variant != nil { return }
        if case .several(let name, let cases) = operation.output {
            let cases = cases.map { ($0.name, $0.content.map { signatures.received($0, isOutput: true) }, $0.content) }
            add(outcomes: cases, name, in: group, identity + " output", spot)
            add(shared: api.sharedMembers(of: operation.output.cases), in: group.appending(name.text), spot)
        }
        if case .several(let name, let cases) = operation.failure {
            let cases = cases.map { ($0.name, $0.content.map { signatures.received($0, isOutput: false) }, $0.content) }
            add(outcomes: cases, name, in: group, identity + " failure", spot)
            add(shared: api.sharedMembers(of: operation.failure.cases), in: group.appending(name.text), spot)
        }
        if let body = operation.body, let choice = body.choice {
            let cases = zip(choice.caseNames, body.contents).map { ($0, Optional(signatures.sent($1)), Optional($1)) }
            add(outcomes: cases, choice.typeName, in: group, identity + " body", spot)
        }
    }

    private mutating func add(shared members: [SharedMember], in path: TypeNames.Path, _ spot: Change.Spot) {
        for member in members {
            let type = names.spelled(member.type).optional
            add(.property, member.name.text, in: path, identity: member.wireName, spot: spot) { $0.type = type }
        }
    }

    private mutating func add(
        outcomes: [(name: Identifier, type: Spelling?, content: Content?)], _ name: Identifier,
        in group: TypeNames.Path, _ identity: String, _ spot: Change.Spot
    ) {
        let path = group.appending(name.text)
        add(.choice, path, in: group, identity: identity, spot: spot)
        for outcome in outcomes {
            add(
                .enumCase, outcome.name.text, in: path, identity: outcome.content?.mediaType.text ?? "empty", spot: spot
            ) { $0.type = outcome.type ?? Spelling("") }
        }
    }

    // MARK: Types

    private mutating func add(_ type: TypeDeclaration) {
        let path = names.path(of: .type(type.id))
        let scope = type.scope == .service ? nil : names.path(of: type.scope)
        let spot = spot(type.place, type.pointer)
        func add(_ kind: Symbol.Kind, _ spelling: Spelling = Spelling("")) {
            self.add(kind, path, in: scope, identity: type.stablePointer, spot: spot) { $0.type = spelling }
        }
        switch type.shape {
        case .structure(let structure):
            add(.structure)
            self.add(structure, in: path, spot)
        case .enumeration(let enumeration):
            add(.openEnum, Spelling("\(enumeration.rawType.swiftName)"))
            for value in enumeration.cases {
                self.add(
                    .member, value.name.text, in: path, identity: value.value.text,
                    spot: self.spot(value.place, type.pointer))
            }
        case .union(let union):
            add(.union)
            for branch in union.cases {
                let payload = names.spelled(branch.type)
                self.add(
                    .enumCase, branch.name.text, in: path, identity: payload.text,
                    spot: self.spot(branch.place, type.pointer)
                ) { $0.type = payload }
            }
            for conversion in api.conversions(to: union) {
                let name = "init(_: \(names.spelled(conversion.payload).text))"
                self.add(.initializer, name, in: path, identity: "init \(conversion.kind)", spot: spot)
            }
        case .alias(let target): add(.alias, names.spelled(target))
        }
    }

    private mutating func add(_ structure: Structure, in path: TypeNames.Path, _ spot: Change.Spot) {
        let call = signatures.initializer(of: structure, at: path)
        let places = structure.properties.map { self.spot($0.place, "") }
        for (index, parameter) in call.parameters.enumerated() {
            // The properties are the first parameters, in their order.
            let spot = places.indices.contains(index) ? places[index] : spot
            add(.property, parameter.label, in: path, identity: parameter.identity, spot: spot) {
                $0.type = parameter.type
            }
        }
        if let name = structure.explicitNulls?.text {
            for property in structure.nullableProperties {
                add(
                    .member, property.name.text, in: path.appending(name), identity: property.wireName,
                    spot: self.spot(property.place, ""))
            }
        }
        add(.initializer, "init", in: path, identity: "init", spot: spot) { $0.calls = [call] }
    }

    // MARK: Adding

    private func spot(_ place: Place?, _ pointer: String) -> Change.Spot { Change.Spot(pointer: pointer, place: place) }

    private mutating func add(
        _ kind: Symbol.Kind, _ name: String, in parent: TypeNames.Path?, identity: String, spot: Change.Spot,
        _ complete: (inout Symbol) -> Void = { _ in }
    ) {
        let path = parent?.appending(name) ?? TypeNames.Path(text: name, canonical: name)
        add(kind, path, in: parent, identity: identity, spot: spot, complete)
    }

    private mutating func add(
        _ kind: Symbol.Kind, _ path: TypeNames.Path, in parent: TypeNames.Path?, identity: String, spot: Change.Spot,
        _ complete: (inout Symbol) -> Void = { _ in }
    ) {
        var symbol = Symbol(
            kind: kind, key: path.canonical, name: path.text, parent: parent?.canonical ?? "", identity: identity,
            spot: spot)
        // A property may be called `init` too.
        if kind == .initializer { symbol.key += "()" }
        complete(&symbol)
        symbols.append(symbol)
    }
}
