import ClientModel
import OpenAPI

/// Makes values of types: with all members, or with those alone that must be there.
///
/// Members of a member are only those that must be there, so that a value stays small however much its type reaches.
struct SampleMaker: Sendable {
    /// How many samples of a declaration are kept.
    static let most = 12

    private var fitting: Fitting
    /// The least value of each declaration; `nil` where there is none, or none of a bearable size.
    private var least: [Sample?] = []
    /// How many scalars, lists and objects those have.
    private var sizes: [Int] = []
    private var open: Set<TypeID> = []
    /// The document's examples by declaration.
    private let examples: [TypeID: [Sample]]

    init(_ api: API, examples: [TypeID: [Sample]]) {
        fitting = Fitting(api: api)
        self.examples = examples
        findLeast()
    }

    private var api: API { fitting.api }

    /// Computes the least value of each declaration from those of the declarations it needs one of.
    private mutating func findLeast() {
        let api = api
        let graph = FactGraph(api.types.map { $0.shape.needed.map(\.index) })
        least = Array(repeating: nil, count: api.types.count)
        sizes = Array(repeating: 0, count: api.types.count)
        _ = graph.facts(from: false) { node, _ in
            if least[node] != nil { return true }
            // A value has those of the declarations it needs within itself, each as often as it names it.
            var size = 1
            if let structure = api.types[node].shape.structure {
                size += structure.properties.count { $0.isRequired }
                for target in graph.edges[node] { size += sizes[target] }
            } else {
                size += graph.edges[node].map { sizes[$0] }.max() ?? 0
            }
            guard size <= Sample.largest, let sample = leastValue(TypeID(node)), sample.height <= Sample.deepest else {
                return false
            }
            least[node] = sample
            sizes[node] = size
            return true
        }
    }

    /// Values of a declared type, the fullest first.
    mutating func samples(of id: TypeID) -> [Sample] {
        let example = (examples[id] ?? []).first { $0.text.utf8.count < 20_000 && fitting.fits($0, .named(id)) }
        var samples = example.map { [$0] } ?? []
        let made: [Sample]
        switch api[id].shape {
        case .structure(let structure): made = self.samples(of: structure)
        case .enumeration(let enumeration): made = self.samples(of: enumeration)
        case .union(let union): made = self.samples(of: union)
        case .alias(.named): made = []
        case .alias(let type): made = [full(type, named: api[id].wireName)].compactMap { $0 }
        }
        for sample in made where !samples.contains(sample) { samples.append(sample) }
        return samples
    }

    /// How many scalars, lists and objects the samples of a declaration have, at most and about.
    func parts(ofSamplesOf id: TypeID) -> Int {
        switch api[id].shape {
        case .structure(let structure):
            let most = structure.properties.reduce(1) { $0 + parts($1.type) }
            return 2 * min(most, structure.properties.count + Sample.largest) + sizes[id.index]
        case .union(let union): return union.cases.prefix(Self.most).reduce(0) { $0 + parts($1.type) }
        case .alias(let type): return parts(type)
        case .enumeration: return 2
        }
    }

    private func parts(_ type: TypeReference) -> Int { 1 + (type.mentioned.first.map { sizes[$0.index] } ?? 0) }

    private mutating func samples(of structure: Structure) -> [Sample] {
        var samples = [full(structure), least(structure)].compactMap { $0 }
        guard let least = samples.last, case .object(var members) = least else { return samples }
        for property in structure.properties where property.presence == .optionalNullable {
            members.append(Sample.Member(name: property.wireName, value: .null))
        }
        samples.append(.object(members))
        return samples
    }

    private func samples(of enumeration: Enumeration) -> [Sample] {
        [enumeration.cases.first, enumeration.cases.last].compactMap { $0.map { Sample($0.value) } }
    }

    /// One value per case that says which case it is.
    private mutating func samples(of union: Union) -> [Sample] {
        var samples: [Sample] = []
        for index in union.cases.indices where samples.count < Self.most {
            if let sample = value(of: union, case: index, isFull: true) { samples.append(sample) }
        }
        return samples
    }

    private mutating func value(of union: Union, case index: Int, isFull: Bool) -> Sample? {
        let type = union.cases[index].type
        let name = union.cases[index].name.text
        guard let sample = isFull ? full(type, named: name) : least(type, named: name) else { return nil }
        guard case .discriminator(let property, let mapping) = union.selection, case .object(var members) = sample,
            let value = mapping.first(where: { $0.case == index })?.value
        else { return fitting.branch(of: sample, union) == index ? sample : nil }
        members.removeAll { $0.name == property }
        let spellings: [Sample] = [.string(value), .number(value), .boolean(value == "true")]
        return spellings.map { .object([Sample.Member(name: property, value: $0)] + members) }
            .first { fitting.branch(of: $0, union) == index }
    }

    private mutating func full(_ structure: Structure) -> Sample? {
        var members: [Sample.Member] = []
        var size = 1
        for property in structure.properties {
            size += parts(property.type)
            if size > Sample.largest, !property.isRequired { continue }
            if let value = filled(property.type, named: property.wireName) {
                members.append(Sample.Member(name: property.wireName, value: value))
            } else if property.isRequired {
                return nil
            }
        }
        if let further = structure.additionalProperties, let value = filled(further, named: "more") {
            let name = structure.properties.contains { $0.wireName == "more" } ? "evenMore" : "more"
            members.append(Sample.Member(name: name, value: value))
        }
        return .object(members)
    }

    private mutating func least(_ structure: Structure) -> Sample? {
        var members: [Sample.Member] = []
        for property in structure.properties where property.isRequired {
            if property.presence == .requiredNullable, property.type != .json {
                members.append(Sample.Member(name: property.wireName, value: .null))
            } else if let value = least(property.type, named: property.wireName) {
                members.append(Sample.Member(name: property.wireName, value: value))
            } else {
                return nil
            }
        }
        return .object(members)
    }

    /// A value with all its own members.
    private mutating func full(_ type: TypeReference, named name: String) -> Sample? {
        switch type {
        case .named(let id):
            guard open.insert(id).inserted else { return nil }
            defer { open.remove(id) }
            switch api[id].shape {
            case .structure(let structure): return full(structure)
            case .alias(let target): return full(target, named: name)
            case .union, .enumeration: return least(type, named: name)
            }
        default: return filled(type, named: name)
        }
    }

    /// A value whose lists have an element; what is declared has only what it must.
    private mutating func filled(_ type: TypeReference, named name: String) -> Sample? {
        switch type {
        case .nullable(let inner): filled(inner, named: name)
        case .array(let element): filled(element, named: name).map { .array([$0]) } ?? .array([])
        case .dictionary(let value):
            filled(value, named: name).map { .object([Sample.Member(name: "key", value: $0)]) } ?? .object([])
        default: least(type, named: name)
        }
    }

    private mutating func least(_ type: TypeReference, named name: String) -> Sample? {
        switch type {
        case .scalar(let scalar): return sample(of: scalar, named: name)
        case .json: return .object([Sample.Member(name: "any", value: .array([.boolean(true), .null]))])
        case .array: return .array([])
        case .dictionary: return .object([])
        case .nullable: return .null
        case .named(let id):
            return least[id.index]
        }
    }

    private mutating func leastValue(_ id: TypeID) -> Sample? {
        switch api[id].shape {
        case .alias(let target):
            if case .scalar = target, let example = examples[id]?.first(where: { fitting.fits($0, target) }) {
                return example
            }
            return least(target, named: api[id].wireName)
        case .enumeration(let enumeration):
            guard let first = enumeration.cases.first else { return .string("unknown") }
            return Sample(first.value)
        case .structure(let structure): return least(structure)
        case .union(let union):
            for index in union.cases.indices {
                if let sample = value(of: union, case: index, isFull: false) { return sample }
            }
            return nil
        }
    }

    /// `nil` for raw bytes, which JSON has no room for.
    private func sample(of scalar: ScalarType, named name: String) -> Sample? {
        switch scalar {
        case .string: .string(name)
        case .boolean: .boolean(true)
        case .integer: .number("42")
        case .int32: .number("2147483647")
        case .int64: .number("9007199254740993")
        case .uint64: .number("18446744073709551615")
        case .double: .number("12.5")
        case .float: .number("0.5")
        case .decimal: .number("19.99")
        case .dateTime, .instant: .string("2024-02-29T12:30:45Z")
        case .unixTime: .number("1709209845")
        case .date: .string("2024-02-28")
        case .time: .string("12:30:45Z")
        case .duration: .string("P2DT3H")
        case .uuid: .string("7f5d8a34-2c1e-4b6f-9a0d-3e8c5b7f1d29")
        case .url: .string("https://example.com/path?query=1")
        case .base64: .string("aGVsbG8=")
        case .binary: nil
        }
    }
}

extension TypeDeclaration.Shape {
    /// The declarations of which a value may need a value.
    fileprivate var needed: [TypeID] {
        switch self {
        case .structure(let structure):
            structure.properties.filter { $0.isRequired && $0.presence != .requiredNullable }.compactMap(\.type.needed)
        case .union(let union): union.cases.compactMap(\.type.needed)
        case .alias(let type): type.needed.map { [$0] } ?? []
        case .enumeration: []
        }
    }
}

extension TypeReference {
    fileprivate var needed: TypeID? { if case .named(let id) = self { id } else { nil } }
}

extension Sample {
    /// Values of more parts are not made.
    fileprivate static let largest = 2_000

    init(_ value: Enumeration.Value) {
        switch value {
        case .string(let text): self = .string(text)
        case .integer(let number): self = .number(String(number))
        case .unsigned(let number): self = .number(String(number))
        case .number(let text): self = .number(text)
        case .boolean(let flag): self = .boolean(flag)
        }
    }
}

/// Gives every declaration values for the generated round-trip tests: an example of the document's that fits, one with
/// all members, one with only the required ones, one with every `null` a request can send.
func addSamples(
    to api: inout API, _ declarations: Declarations, _ document: Document, _ budget: inout OutputBudget,
    _ workers: any Workers
) {
    var examples: [TypeID: [Sample]] = [:]
    for index in declarations.indices {
        guard let source = declarations[index].source.single else { continue }
        let nodes = document[source].examples.prefix(2)
        if !nodes.isEmpty { examples[TypeID(index)] = nodes.map { Sample($0) } }
    }
    let size = 256
    let maker = SampleMaker(api, examples: examples)
    budget.charge(samplesOf: declarations, maker)
    if budget.isSpent { return }
    let parts = workers.map((declarations.count + size - 1) / size) { [indices = declarations.indices] part in
        var maker = maker
        return indices[(part * size)...].prefix(size).map { index in
            maker.samples(of: TypeID(index)).prefix(SampleMaker.most).map(\.text)
        }
    }
    for (index, samples) in parts.joined().enumerated() { api.types[index].samples = samples }
}
