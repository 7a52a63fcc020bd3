import ClientModel
import Diagnostics
import OpenAPI

/// The state of one lowering: declarations by schema, names by pointer, findings.
///
/// Component schemas get their ``TypeID`` before any is looked into, so recursion needs no care; they are lowered from
/// a work list when something refers to them.
struct Lowerer {
    let document: Document
    let options: LoweringOptions
    var problems = Problems()
    var pins: Pins
    var recordedNames: RecordedNames
    let recordKeys: RecordKeys
    var drafts: [Draft] = []
    let index: SchemaIndex
    /// The names of component schemas, by the index of the schema.
    let componentNames: [String?]
    /// Component schemas that have a declaration, lowered or waiting.
    var componentTypes: [SchemaID: TypeID] = [:]
    var waiting: [SchemaID] = []
    /// What inline schemas became.
    var inline: Memo<TypeReference>
    /// Inline schemas that have a declaration, which may be unfinished.
    var inlineTypes: Memo<TypeID>
    /// Inline schemas being lowered.
    var open: Memo<Void>
    var depth = 0
    /// Declarations reached by a reference before the place they stand in was.
    var homeless: Set<TypeID> = []
    /// The declaration that the inline schemas of a schema's properties are nested in.
    var owners: [SchemaID: TypeID] = [:]
    /// The component whose `allOf` an inline schema belongs to.
    let homes: [SchemaID: SchemaID]
    let families: [SchemaID: Family]
    var reported: Set<Diagnostic> = []
    /// Branches that can't be told apart, by the union they are of.
    var ambiguities: [(type: TypeID, diagnostic: Diagnostic)] = []
    let formats: [String: ScalarType]
    /// The types of the configuration, by the pointers of schemas.
    let configuredTypes: [String: TypeReference]
    /// `nil` takes the whole document.
    let chosen: Chosen?
    /// Component schemas that the chosen part merges into others and never names.
    var unneeded: Set<SchemaID> = []
    /// The candidates of properties, many of which have the same name.
    var propertyNames: [String: [String]] = [:]
    /// What the inline types of a path's parameters are called after, by the path.
    var pathNames: [String: String] = [:]
    /// The JSON type of the branches of unions that are all scalars of one type.
    var scalarKinds: [SchemaID: BranchGroup.Kind] = [:]
    /// What values of the branches of unions look like, by schema and depth.
    var branchLooks: [LookKey: [Look]] = [:]
    /// The numbers of the structures of inline branches, and of the schemas within them.
    var structures: [SchemaID: Int] = [:]
    var structureNumbers: [SchemaStructure: Int] = [:]
    /// What is left to be written.
    var budget: OutputBudget
    /// Schemas that were looked into.
    var visited: [Bool]

    init(_ document: Document, _ options: LoweringOptions) {
        self.document = document
        self.options = options
        pins = Pins(options.pins, &problems)
        recordedNames = RecordedNames(options.record, document)
        recordKeys = RecordKeys(document, options.record)
        budget = OutputBudget(options.limits)
        index = SchemaIndex(document)
        var names = [String?](repeating: nil, count: document.schemas.count)
        for (name, id) in document.componentSchemas where names[id.index] == nil { names[id.index] = name }
        componentNames = names
        homes = Self.homes(document, names)
        families = Self.families(document, index, names)
        inline = Memo(schemas: names.count)
        inlineTypes = Memo(schemas: names.count)
        open = Memo(schemas: names.count)
        chosen = options.selection.map { Chosen($0) }
        visited = Array(repeating: false, count: document.schemas.count)
        formats = Dictionary(options.formats.map { ($0.format, $0.type) }) { first, _ in first }
        configuredTypes = Dictionary(options.types.map { ($0.pointer, $0.type) }) { first, _ in first }
    }

    /// The components of all inline schemas that are merged into one.
    private static func homes(_ document: Document, _ names: [String?]) -> [SchemaID: SchemaID] {
        var homes: [SchemaID: SchemaID] = [:]
        for (_, component) in document.componentSchemas {
            var open = document[component].allOf
            while let id = open.popLast() {
                guard names[id.index] == nil, homes[id] == nil else { continue }
                homes[id] = component
                open += document[id].allOf
            }
        }
        return homes
    }

    /// Reports a finding once.
    mutating func report(_ diagnostic: Diagnostic) {
        if reported.insert(diagnostic).inserted { problems.add(diagnostic) }
    }
}

extension Lowerer {
    /// The declaration of a component schema.
    mutating func componentType(_ id: SchemaID) -> TypeID {
        if let type = componentTypes[id] { return type }
        var (first, spellings) = (id, [SchemaID]())
        while componentTypes[first] == nil, let twin = twin(of: first) {
            spellings.append(first)
            first = twin
        }
        let type = componentTypes[first] ?? declareComponent(first)
        for spelling in spellings { componentTypes[spelling] = type }
        return type
    }

    private mutating func declareComponent(_ id: SchemaID) -> TypeID {
        let schema = document[id]
        let name = componentName(id) ?? schema.pointer
        let type = append(
            Draft(
                scope: .service, names: [pinned(schema.pointer, .type) ?? Role.type.name(Words(name))], wireName: name,
                pointer: schema.pointer, place: schema.place, shape: .alias(.json), source: Conjunction(id)))
        componentTypes[id] = type
        owners[id] = type
        waiting.append(id)
        return type
    }

    /// The component that `id` is only another spelling of: `pet: {$ref: Pet}` needs no alias of the same name.
    func twin(of id: SchemaID) -> SchemaID? {
        let name = componentName(id) ?? document[id].pointer
        var target = id
        while let inner = index.wrapped(target) {
            target = inner
            guard let other = componentName(target) else { continue }
            let (own, wanted) = (Role.type.name(Words(name)), Role.type.name(Words(other)))
            return own.lowercased() == wanted.lowercased() && !pins.contains(document[id].pointer) ? target : nil
        }
        return nil
    }

    /// Lowers the components that are waiting, and those they need.
    mutating func lowerWaiting() {
        var next = 0
        while next < waiting.count, !budget.isSpent {
            lowerComponent(waiting[next])
            next += 1
        }
        waiting = []
    }

    private mutating func lowerComponent(_ id: SchemaID) {
        guard let type = componentTypes[id] else { return }
        drafts[type.index].documentation = documentation(of: id)
        if let configured = configuredType(id) {
            drafts[type.index].shape = .alias(configured)
            return
        }
        var target = id
        while let inner = index.wrapped(target) {
            target = inner
            if isComponent(target) { break }
        }
        if target != id, isComponent(target) {
            complete(type, as: .alias(.named(componentType(target))))
            return
        }
        if let family = families[id] {
            complete(type, as: .union(union(of: family, id, in: type)))
            return
        }
        var slot = Slot(
            type: type,
            context: Context(
                scope: .type(type), stem: .fixed(""), wireName: drafts[type.index].wireName,
                pointer: document[id].pointer))
        let conjunction = Conjunction(target)
        // What refers to the wrapped schema itself means the component.
        if target != id, inlineTypes[conjunction] == nil { inlineTypes[conjunction] = type }
        switch shape(flatten(conjunction), of: conjunction, in: &slot) {
        case .reference(let reference): complete(type, as: .alias(reference))
        case .declared(let shape): complete(type, as: shape)
        }
    }

    mutating func append(_ draft: Draft) -> TypeID {
        drafts.append(draft)
        return TypeID(drafts.count - 1)
    }

    mutating func pinned(_ pointer: String, _ role: Role) -> String? {
        pins.isEmpty ? nil : pins.name(at: pointer, as: role, &problems)
    }
}

/// A declaration to be made if it is needed.
struct Slot {
    var type: TypeID?
    var context: Context
}

/// What a schema became.
enum Lowered {
    case reference(TypeReference)
    case declared(TypeDeclaration.Shape)
}

extension Lowerer {
    /// The Swift type of a value that must satisfy all of `members`, declared in `context` where it needs a declaration.
    mutating func use(_ members: [SchemaID], in context: Context, decided: [SchemaID] = []) -> Use {
        if chosen != nil { for member in members { visited[member.index] = true } }
        let isNullable = members.allSatisfy { index.isNullable($0) }
        if !configuredTypes.isEmpty, let type = members.compactMap({ configuredUse($0) }).first {
            return Use(type: type, isNullable: isNullable && type != .json)
        }
        let simple = decided.isEmpty ? simplify(members) : members
        if decided.isEmpty, simple.count == 1, isComponent(simple[0]) {
            return Use(
                type: .named(componentType(simple[0])), isNullable: isNullable || index.isNullable(simple[0]))
        }
        let type = lowerInline(Conjunction(simple, decided: decided), in: context)
        return Use(type: type, isNullable: isNullable && type != .json)
    }

    private mutating func lowerInline(_ conjunction: Conjunction, in context: Context) -> TypeReference {
        let isHome = stands(conjunction, in: context)
        if let type = inlineTypes[conjunction] {
            if isHome, homeless.remove(type) != nil { settle(type, in: context) }
            return inline[conjunction] ?? .named(type)
        }
        if let known = inline[conjunction] { return known }
        if budget.isSpent { return .json }
        guard open[conjunction] == nil, depth < 400 else {
            reportEndless(conjunction)
            return .json
        }
        open[conjunction] = ()
        depth += 1
        defer {
            open[conjunction] = nil
            depth -= 1
        }
        var slot = Slot(type: nil, context: isHome ? context : foreignContext(conjunction))
        let reference: TypeReference
        switch shape(flatten(conjunction), of: conjunction, in: &slot) {
        case .reference(let type): reference = type
        case .declared(let shape):
            let type = declare(&slot, conjunction)
            complete(type, as: shape)
            if !isHome { homeless.insert(type) }
            reference = .named(type)
        }
        inline[conjunction] = reference
        return reference
    }

    /// Makes the declaration of a slot, once.
    mutating func declare(_ slot: inout Slot, _ conjunction: Conjunction) -> TypeID {
        if let type = slot.type { return type }
        let context = slot.context
        let first = document[conjunction.members[0]]
        let type = append(
            Draft(
                scope: context.scope, names: context.stem.typeNames, stem: context.stem, wireName: context.wireName,
                pointer: first.pointer, place: first.place, documentation: documentation(of: conjunction.members[0]),
                shape: .alias(.json), source: conjunction, rank: .nested))
        slot.type = type
        if inlineTypes[conjunction] == nil { inlineTypes[conjunction] = type }
        for member in conjunction.members where owners[member] == nil { owners[member] = type }
        return type
    }

    private mutating func settle(_ type: TypeID, in context: Context) {
        drafts[type.index].scope = context.scope
        drafts[type.index].names = context.stem.typeNames
        drafts[type.index].stem = context.stem
        drafts[type.index].wireName = context.wireName
        drafts[type.index].rank = .nested
    }

    /// Whether an inline schema is written where it is used, and not referred to from elsewhere.
    private func stands(_ conjunction: Conjunction, in context: Context) -> Bool {
        guard let only = conjunction.single else { return true }
        return document[only].pointer.hasPrefix(context.pointer)
    }

    private mutating func reportEndless(_ conjunction: Conjunction) {
        let schema = document[conjunction.members[0]]
        report(
            Diagnostic(
                .degraded, .endlessType, "'\(schema.pointer)' refers only to itself; its type is a JSON value",
                at: schema.place))
    }

    /// The home of a schema that is no component and was reached through a reference: named after the end of its pointer.
    private func foreignContext(_ conjunction: Conjunction) -> Context {
        let pointer = document[conjunction.members[0]].pointer
        return Context(scope: .service, stem: .path(pointerWords(pointer)), wireName: pointer, pointer: pointer)
    }

    /// What a pointer says, outermost first. For example: `models/pet.yaml#/properties/tag` is `models`, `pet` and `tag`.
    func pointerWords(_ pointer: String) -> [String] {
        let noise: Set<String> = [
            "schema", "items", "additionalProperties", "properties", "allOf", "oneOf", "anyOf", "components", "schemas",
            "$defs", "definitions", "$ref", "#", "",
        ]
        let tokens = pointer.split(separator: "/").map { token -> String in
            guard token.hasSuffix("#") else { return String(token) }
            return String(token.dropLast().prefix { $0 != "." })
        }
        let words = tokens.filter { !noise.contains($0) && !$0.utf8.allSatisfy(isDigit) }
        return words.isEmpty ? [pointer] : words
    }
}
