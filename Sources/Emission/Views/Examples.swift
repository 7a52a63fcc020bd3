import ClientModel

/// An expression of an example, and the modules whose types it makes.
struct ExampleValue {
    var code: Code
    var modules: Set<Module> = []

    /// The same within more code.
    func wrapped(_ code: (Code) -> Code) -> ExampleValue { ExampleValue(code: code(self.code), modules: modules) }
}

/// Swift expressions that are values of the client's types, for the examples on documentation pages.
struct Examples {
    let client: ClientScope

    private static let depthLimit = 4

    /// A value of the type a body is sent as.
    func body(_ content: Content, name: String) -> ExampleValue? {
        let both: Set<Module> = [.foundation, .runtime]
        return switch content.mediaType.kind {
        case .text where !content.mediaType.isRange: ExampleValue(code: "\(literal: name)")
        case .binary where !content.mediaType.isRange:
            ExampleValue(code: "HTTPBody(Data(\(literal: name).utf8))", modules: both)
        case .text: file("FileContent(Data(\(literal: name).utf8), contentType: \(literal: "text/plain"))")
        case .binary:
            file("FileContent(Data(\(literal: name).utf8), contentType: \(literal: "application/octet-stream"))")
        case .eventStream, .jsonLines: value(content.type, name: name)?.wrapped { "[\($0)]" }
        case .json, .form, .multipart: value(content.type, name: name)
        }
    }

    /// A value of the type, as an argument where the type is known, or `nil` where none can be shown briefly.
    func value(_ type: TypeReference, name: String, depth: Int = 0) -> ExampleValue? {
        if depth > Self.depthLimit { return nil }
        switch type {
        case .scalar(let scalar): return self.scalar(scalar, name: name)
        case .json: return ExampleValue(code: "[\(literal: name): \(literal: "value")]")
        case .array(let element):
            return value(element, name: name, depth: depth + 1)?.wrapped { "[\($0)]" } ?? ExampleValue(code: "[]")
        case .dictionary(let element):
            let value = value(element, name: name, depth: depth + 1)
            return value?.wrapped { "[\(literal: "key"): \($0)]" } ?? ExampleValue(code: "[:]")
        case .nullable(let wrapped): return value(wrapped, name: name, depth: depth)
        case .named(let id): return declared(client.api[id], name: name, depth: depth)
        }
    }

    private func file(_ code: Code) -> ExampleValue { ExampleValue(code: code, modules: [.foundation, .runtime]) }

    private func scalar(_ scalar: ScalarType, name: String) -> ExampleValue {
        switch scalar {
        case .string: ExampleValue(code: "\(literal: name)")
        case .boolean: ExampleValue(code: "true")
        case .integer, .int32, .int64, .uint64: ExampleValue(code: "1")
        case .double, .float, .decimal: ExampleValue(code: "1.5")
        case .dateTime: file("DateTime(Date(timeIntervalSince1970: 0))")
        case .instant: ExampleValue(code: "Date(timeIntervalSince1970: 0)", modules: [.foundation])
        case .unixTime: ExampleValue(code: "UnixTime(seconds: 0)", modules: [.runtime])
        case .date: file("CalendarDate(Date(timeIntervalSince1970: 0), in: .gmt)")
        case .time: ExampleValue(code: "TimeOfDay(\(literal: "12:30:00Z"))", modules: [.runtime])
        case .duration: ExampleValue(code: "CalendarDuration(.seconds(60))", modules: [.runtime])
        case .uuid:
            ExampleValue(code: "UUIDText(\(literal: "7f5d8a34-2c1e-4b6f-9a0d-3e8c5b7f1d29"))", modules: [.runtime])
        case .url: ExampleValue(code: "URLText(\(literal: "https://example.com"))", modules: [.runtime])
        case .base64: ExampleValue(code: "Data(\(literal: name).utf8)", modules: [.foundation])
        case .binary: file("FileContent(Data(\(literal: name).utf8), name: \(literal: name))")
        }
    }

    private func declared(_ type: TypeDeclaration, name: String, depth: Int) -> ExampleValue? {
        switch type.shape {
        case .alias(let target): return value(target, name: name, depth: depth)
        case .enumeration(let enumeration):
            return enumeration.cases.first.map { ExampleValue(code: ".\(member: $0.name)") }
        case .structure(let structure): return self.structure(structure, depth: depth)
        case .union(let union):
            for branch in union.cases {
                if let payload = value(branch.type, name: name, depth: depth + 1) {
                    return payload.wrapped { ".\(member: branch.name)(\($0))" }
                }
            }
            return nil
        }
    }

    /// The initializer with the required properties or, where none is, the first three.
    private func structure(_ structure: Structure, depth: Int) -> ExampleValue? {
        let required = structure.properties.filter {
            ($0.presence == .required || $0.presence == .requiredNullable) && $0.constant == nil
        }
        let shown = required.isEmpty ? Array(structure.properties.prefix(depth == 0 ? 3 : 0)) : required
        let arguments = shown.compactMap { argument($0, depth: depth + 1) }
        if arguments.count < required.count { return nil }
        return ExampleValue(
            code: ".init\(argumentList(arguments.map(\.code), taken: 40))", modules: Set(arguments.flatMap(\.modules)))
    }

    /// A value of the property with its label, or `nil` where none can be shown briefly.
    func argument(_ property: Property, depth: Int = 0) -> ExampleValue? {
        if property.presence == .requiredNullable { return ExampleValue(code: "\(label: property.name): nil") }
        let value = value(property.type, name: property.name.text, depth: depth)
        return value?.wrapped { "\(label: property.name): \($0)" }
    }
}
