@_spi(Naming) import ClientModel
import Diagnostics
import YAML

/// Why a text is no client model.
struct ModelError: Error {
    var message: String
    var place: Place
}

/// The members of one object of a model, each read as what it has to be.
struct ModelFields {
    let node: Node
    private let members: Mapping

    init(_ node: Node) throws(ModelError) {
        guard case .mapping(let members) = node.value else {
            throw ModelError(message: "expected an object, not \(node.value.kindName)", place: node.place)
        }
        self.node = node
        self.members = members
    }

    subscript(key: String) -> Node? { members[key] }

    func required(_ key: String) throws(ModelError) -> Node {
        if let node = members[key] { return node }
        throw ModelError(message: "`\(key)` is missing", place: node.place)
    }

    func text(_ key: String) throws(ModelError) -> String { try required(key).modelText }

    func optionalText(_ key: String) throws(ModelError) -> String? {
        guard let node = members[key] else { return nil }
        return try node.modelText
    }

    func texts(_ key: String) throws(ModelError) -> [String] {
        try list(key) { node throws(ModelError) in try node.modelText }
    }

    func flag(_ key: String) throws(ModelError) -> Bool {
        guard let node = members[key] else { return false }
        guard case .boolean(let flag) = node.value else {
            throw ModelError(message: "`\(key)` must be true or false", place: node.place)
        }
        return flag
    }

    func optionalFlag(_ key: String) throws(ModelError) -> Bool? { members[key] == nil ? nil : try flag(key) }

    func number(_ key: String) throws(ModelError) -> Int { try required(key).modelNumber }

    func identifier(_ key: String) throws(ModelError) -> Identifier { try required(key).modelIdentifier }

    func optionalIdentifier(_ key: String) throws(ModelError) -> Identifier? {
        guard let node = members[key] else { return nil }
        return try node.modelIdentifier
    }

    /// One of the cases a raw value names.
    func value<Value: RawRepresentable>(_ key: String) throws(ModelError) -> Value where Value.RawValue == String {
        let node = try required(key)
        guard let value = Value(rawValue: try node.modelText) else {
            throw ModelError(message: "`\(key)` has an unknown value", place: node.place)
        }
        return value
    }

    /// What stands at a key, or `nil`.
    func optional<Value>(_ key: String, _ read: (Node) throws(ModelError) -> Value) throws(ModelError) -> Value? {
        guard let node = members[key] else { return nil }
        return try read(node)
    }

    /// The elements of a list, which is empty where it is left out.
    func list<Value>(_ key: String, _ read: (Node) throws(ModelError) -> Value) throws(ModelError) -> [Value] {
        guard let node = members[key] else { return [] }
        guard case .sequence(let nodes) = node.value else {
            throw ModelError(message: "`\(key)` must be a list", place: node.place)
        }
        var values: [Value] = []
        for node in nodes { values.append(try read(node)) }
        return values
    }

    /// The members of an object in order; there are none where it is left out.
    func entries(_ key: String) throws(ModelError) -> [Mapping.Entry] {
        guard let node = members[key] else { return [] }
        return try ModelFields(node).members.entries
    }

    var entries: [Mapping.Entry] { members.entries }
}

extension Node {
    var modelText: String {
        get throws(ModelError) {
            guard case .string(let text) = value else {
                throw ModelError(message: "expected a string, not \(value.kindName)", place: place)
            }
            return text
        }
    }

    var modelNumber: Int {
        get throws(ModelError) {
            guard case .number(let text) = value, let number = Int(text) else {
                throw ModelError(message: "expected an integer", place: place)
            }
            return number
        }
    }

    var modelIdentifier: Identifier {
        get throws(ModelError) {
            guard let identifier = Identifier(try modelText) else {
                throw ModelError(message: "expected a Swift identifier", place: place)
            }
            return identifier
        }
    }

    /// A case without payload is its name; one with a payload is an object with that name as its only key.
    var modelCase: (name: String, payload: Node) {
        get throws(ModelError) {
            if case .string(let name) = value { return (name, self) }
            guard let entry = try ModelFields(self).entries.first else {
                throw ModelError(message: "expected a case", place: place)
            }
            return (entry.key, entry.value)
        }
    }

    func unknownCase(_ what: String) -> ModelError { ModelError(message: "this is not a valid \(what)", place: place) }
}
